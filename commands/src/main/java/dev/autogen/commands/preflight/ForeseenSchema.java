package dev.autogen.commands.preflight;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.DataType;
import dev.autogen.schema.Domain;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What there is at some point of a run, and what it is now. Names in the default schema stand without it. */
final class ForeseenSchema {
    private final LiveTables live;
    private final String defaultSchema;
    private final Map<QualifiedName, Optional<ForeseenTable>> tables = new HashMap<>();
    private final Map<QualifiedName, EnumType> madeEnums = new HashMap<>();
    private final Map<QualifiedName, Domain> madeDomains = new HashMap<>();
    private final Map<QualifiedName, Map<String, String>> renamedLabels = new HashMap<>();
    private final Map<QualifiedName, QualifiedName> sequences = new HashMap<>();
    private final Set<QualifiedName> madeSequences = new HashSet<>();
    private final Map<ConstraintName, Unvalidated> unvalidated = new HashMap<>();
    private final Map<ConstraintName, String> renamedConstraints = new HashMap<>();

    private record ConstraintName(QualifiedName table, String name) {}

    /** A constraint that the run adds without looking at rows, and the table as it is then. */
    record Unvalidated(Constraint constraint, ForeseenTable table) {}

    ForeseenSchema(LiveTables live, String defaultSchema) {
        this.live = live;
        this.defaultSchema = defaultSchema;
    }

    /** The name as it is told: without the default schema. */
    QualifiedName told(QualifiedName name) {
        return defaultSchema.equals(name.schema()) ? QualifiedName.of(name.name()) : name;
    }

    /** The table; empty where there is none of that name. */
    Optional<ForeseenTable> table(QualifiedName name) {
        QualifiedName told = told(name);
        return tables.computeIfAbsent(
                told, missing -> live.table(missing).map(table -> ForeseenTable.of(missing, table)));
    }

    void put(ForeseenTable table) {
        tables.put(table.name(), Optional.of(table));
    }

    void dropTable(QualifiedName name) {
        tables.put(told(name), Optional.empty());
    }

    void renameTable(QualifiedName from, String to) {
        Optional<ForeseenTable> table = table(from);
        tables.put(told(from), Optional.empty());
        table.ifPresent(found -> put(found.renamed(to)));
        moveConstraints(told(from), told(from).withName(to));
    }

    private void moveConstraints(QualifiedName from, QualifiedName to) {
        for (ConstraintName name : List.copyOf(unvalidated.keySet())) {
            if (name.table().equals(from)) {
                unvalidated.put(new ConstraintName(to, name.name()), unvalidated.remove(name));
            }
        }
        for (ConstraintName name : List.copyOf(renamedConstraints.keySet())) {
            if (name.table().equals(from)) {
                renamedConstraints.put(new ConstraintName(to, name.name()), renamedConstraints.remove(name));
            }
        }
    }

    /** The table that has these rows now, by whatever name it goes by then. */
    Optional<ForeseenTable> tableThatIs(QualifiedName liveName) {
        return tables.values().stream()
                .flatMap(Optional::stream)
                .filter(table -> table.live()
                        .filter(found -> found.name().equals(liveName))
                        .isPresent())
                .findFirst()
                .or(() -> tables.containsKey(told(liveName)) ? Optional.empty() : table(liveName));
    }

    void addUnvalidated(ForeseenTable table, Constraint constraint) {
        unvalidated.put(new ConstraintName(table.name(), constraint.name()), new Unvalidated(constraint, table));
    }

    void renameConstraint(QualifiedName table, String from, String to) {
        ConstraintName before = new ConstraintName(told(table), from);
        ConstraintName after = new ConstraintName(told(table), to);
        Unvalidated added = unvalidated.remove(before);
        if (added != null) {
            unvalidated.put(after, added);
        } else {
            String original = renamedConstraints.remove(before);
            renamedConstraints.put(after, original == null ? from : original);
        }
    }

    /** A constraint that the run added, and that is validated or gone from now on. */
    Optional<Unvalidated> takeUnvalidated(QualifiedName table, String name) {
        return Optional.ofNullable(unvalidated.remove(new ConstraintName(told(table), name)));
    }

    /** A constraint of the table that the database has not validated. */
    Optional<LiveConstraint> liveUnvalidated(ForeseenTable table, String name) {
        String liveName = renamedConstraints.getOrDefault(new ConstraintName(table.name(), name), name);
        return table.live().flatMap(found -> live.notValidated(found.name(), liveName));
    }

    void makeEnum(EnumType type) {
        madeEnums.put(told(type.name()), type);
    }

    void makeDomain(Domain domain) {
        madeDomains.put(told(domain.name()), domain);
    }

    Optional<EnumType> madeEnum(DataType type) {
        return Optional.ofNullable(madeEnums.get(name(type)));
    }

    Optional<Domain> madeDomain(DataType type) {
        return Optional.ofNullable(madeDomains.get(name(type)));
    }

    Optional<Domain> madeDomain(QualifiedName name) {
        return Optional.ofNullable(madeDomains.get(told(name)));
    }

    /** The domain that the type is in the database; empty where it is none. */
    Optional<LiveDomain> liveDomain(DataType type) {
        return type.isBuiltIn() || type.dimensions() > 0 ? Optional.empty() : live.domain(name(type));
    }

    Optional<LiveDomain> liveDomain(QualifiedName name) {
        return live.domain(name);
    }

    /** Whether SQL of now cannot speak of the type, since the run makes it. */
    boolean isMade(DataType type) {
        return madeEnums.containsKey(name(type)) || madeDomains.containsKey(name(type));
    }

    private QualifiedName name(DataType type) {
        return told(new QualifiedName(type.schema(), type.name()));
    }

    void renameLabel(QualifiedName type, String from, String to) {
        Map<String, String> renamed = renamedLabels.computeIfAbsent(told(type), any -> new HashMap<>());
        String original = renamed.remove(from);
        renamed.put(to, original == null ? from : original);
    }

    /** The labels by the names that they have now. */
    List<String> liveLabels(QualifiedName type, List<String> labels) {
        Map<String, String> renamed = renamedLabels.getOrDefault(told(type), Map.of());
        List<String> liveLabels = new ArrayList<>();
        labels.forEach(label -> liveLabels.add(renamed.getOrDefault(label, label)));
        return liveLabels;
    }

    void makeSequence(QualifiedName name) {
        madeSequences.add(told(name));
    }

    void renameSequence(QualifiedName from, String to) {
        QualifiedName before = told(from);
        QualifiedName after = before.withName(to);
        if (madeSequences.remove(before)) {
            madeSequences.add(after);
        } else {
            QualifiedName original = sequences.remove(before);
            sequences.put(after, original == null ? before : original);
        }
    }

    /** The sequence as it is now, with its schema; empty where the run makes it. */
    Optional<QualifiedName> liveSequence(QualifiedName name) {
        QualifiedName told = told(name);
        if (madeSequences.contains(told)) {
            return Optional.empty();
        }
        QualifiedName now = sequences.getOrDefault(told, told);
        return Optional.of(now.schema() == null ? new QualifiedName(defaultSchema, now.name()) : now);
    }
}
