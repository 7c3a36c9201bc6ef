package dev.autogen.differ;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names that follow when a table or column gets another one: those that PostgreSQL made of the old name
 * ({@code users_email_key}), and Hibernate's sequence of the table ({@code users_seq}). What someone named stays, what the
 * model names itself gets that name, and so does what would meet a name that is taken.
 */
final class FollowingNames {
    private final List<PartRename> parts = new ArrayList<>();
    private final Map<QualifiedName, QualifiedName> serials = new TreeMap<>();
    private final Map<QualifiedName, Table> desired = new HashMap<>();
    private final boolean complete;

    private FollowingNames(Catalog desired, boolean complete) {
        desired.tables().forEach(table -> this.desired.put(table.name(), table));
        this.complete = complete;
    }

    /** Sequences that are called as their tables are, with a suffix. */
    static Map<QualifiedName, QualifiedName> sequences(RenameRequests requests, Catalog desired, Catalog live) {
        Set<QualifiedName> wanted = names(desired);
        Set<QualifiedName> existing = names(live);
        Map<QualifiedName, QualifiedName> following = new TreeMap<>();
        requests.tables.forEach((from, to) -> existing.stream()
                .filter(name -> name.name().startsWith(from.name() + "_") && !wanted.contains(name))
                .filter(name -> !requests.sequences.containsKey(name))
                .forEach(name -> {
                    QualifiedName next = name.withName(
                            to.name() + name.name().substring(from.name().length()));
                    if (wanted.contains(next) && !existing.contains(next)) {
                        following.put(name, next);
                    }
                }));
        return following;
    }

    private static Set<QualifiedName> names(Catalog catalog) {
        Set<QualifiedName> names = new HashSet<>();
        catalog.sequences().stream().map(Sequence::name).forEach(names::add);
        return names;
    }

    /**
     * Finds them out.
     *
     * @param renamed tables that change, and what becomes of them
     * @param complete whether the desired side names everything
     */
    static FollowingNames of(Map<Table, Table> renamed, Catalog desired, Catalog live, boolean complete) {
        FollowingNames names = new FollowingNames(desired, complete);
        renamed.forEach(names::ofTable);
        names.dropWhatMeetsOthers(live);
        return names;
    }

    /** Constraints and indexes, by the new names of their tables. */
    List<PartRename> parts() {
        return parts;
    }

    /** Sequences behind serial columns. */
    Map<QualifiedName, QualifiedName> serials() {
        return serials;
    }

    private void ofTable(Table before, Table after) {
        for (int i = 0; i < before.columns().size(); i++) {
            Column column = before.columns().get(i);
            if (Numbering.isSerial(column)) {
                QualifiedName name =
                        DefaultName.ofSequence(before.name(), column.name()).first();
                QualifiedName next = DefaultName.ofSequence(
                                after.name(), after.columns().get(i).name())
                        .first();
                if (!name.equals(next)) {
                    serials.put(name, next);
                }
            }
        }
        if (complete) {
            return;
        }
        Table wanted = desired.get(after.name());
        for (int i = 0; i < before.constraints().size(); i++) {
            Constraint part = before.constraints().get(i);
            Constraint renamed = after.constraints().get(i);
            follow(
                    after.name(),
                    part.name(),
                    DefaultName.of(before, part),
                    DefaultName.of(after, renamed),
                    PartRename.kind(part.hasIndex()),
                    isNamed(wanted, renamed));
        }
        for (int i = 0; i < before.indexes().size(); i++) {
            Index part = before.indexes().get(i);
            Index renamed = after.indexes().get(i);
            follow(
                    after.name(),
                    part.name(),
                    DefaultName.of(before, part),
                    DefaultName.of(after, renamed),
                    PartRename.Kind.INDEX,
                    wanted != null
                            && wanted.indexes().stream()
                                    .anyMatch(index ->
                                            index.name() != null && index.keys().equals(renamed.keys())));
        }
    }

    private static boolean isNamed(Table wanted, Constraint part) {
        return wanted != null
                && wanted.constraints().stream()
                        .anyMatch(constraint -> constraint.name() != null
                                && constraint.getClass().equals(part.getClass())
                                && constraint.columns().equals(part.columns()));
    }

    private void follow(
            QualifiedName table,
            String name,
            DefaultName before,
            DefaultName after,
            PartRename.Kind kind,
            boolean named) {
        String next = after.first().name();
        if (!named && before.isWornBy(name) && !before.equals(after) && !name.equals(next)) {
            parts.add(new PartRename(table, kind, name, next));
        }
    }

    private record Place(List<String> space, String name) {}

    /** Two that want one name, and one that wants what another keeps, stay as they are. */
    private void dropWhatMeetsOthers(Catalog live) {
        Set<Place> taken = new HashSet<>();
        for (Table table : live.tables()) {
            List<String> relations = Move.relations(table.name().schema());
            taken.add(new Place(relations, table.name().name()));
            table.indexes().forEach(index -> taken.add(new Place(relations, index.name())));
            table.constraints().stream()
                    .filter(Constraint::hasIndex)
                    .forEach(constraint -> taken.add(new Place(relations, constraint.name())));
        }
        live.sequences()
                .forEach(sequence -> taken.add(new Place(
                        Move.relations(sequence.name().schema()),
                        sequence.name().name())));
        serials.keySet().forEach(name -> taken.remove(new Place(Move.relations(name.schema()), name.name())));
        parts.forEach(part -> taken.remove(new Place(part.space(), part.from())));
        serials.values().removeIf(name -> !taken.add(new Place(Move.relations(name.schema()), name.name())));
        parts.removeIf(part -> !taken.add(new Place(part.space(), part.to())));
    }

    /** The table with the new names. */
    Table apply(Table table) {
        Map<String, String> ofConstraints = new HashMap<>();
        Map<String, String> ofIndexes = new HashMap<>();
        for (PartRename part : parts) {
            if (part.table().equals(table.name())) {
                (part.kind() == PartRename.Kind.INDEX ? ofIndexes : ofConstraints).put(part.from(), part.to());
            }
        }
        return table.withConstraints(table.constraints().stream()
                        .map(constraint ->
                                constraint.withName(ofConstraints.getOrDefault(constraint.name(), constraint.name())))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> index.withName(ofIndexes.getOrDefault(index.name(), index.name())))
                        .toList());
    }
}
