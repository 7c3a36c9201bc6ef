package dev.autogen.differ;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.DataType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AddEnumValue;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.CreateEnum;
import dev.autogen.schema.operation.DropEnum;
import dev.autogen.schema.operation.EnumUse;
import dev.autogen.schema.operation.RebuildEnum;
import dev.autogen.schema.operation.SetEnumComment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Compares enum types. */
final class EnumComparison {
    private final Catalog desired;
    private final Catalog live;
    private final Retention retention;
    private final Steps steps;

    private final Map<QualifiedName, List<EnumUse>> uses = new HashMap<>();
    private final Map<ColumnRef, Column> desiredColumns = new HashMap<>();
    private final Map<QualifiedName, Rebuild> rebuilds = new LinkedHashMap<>();
    private final Set<ColumnRef> withoutDefault = new HashSet<>();

    EnumComparison(Catalog desired, Catalog live, Retention retention, Steps steps) {
        this.desired = desired;
        this.live = live;
        this.retention = retention;
        this.steps = steps;
    }

    /** Compares all enum types. */
    void compare() {
        Map<QualifiedName, EnumType> existing = new LinkedHashMap<>();
        live.enumTypes().forEach(type -> existing.put(type.name(), type));
        collectUses(existing.keySet());
        for (EnumType type : desired.enumTypes()) {
            EnumType found = existing.remove(type.name());
            if (found == null) {
                steps.add(Phase.CREATE_ENUM, new CreateEnum(type.withComment(null)), List.of());
                comment(Phase.CREATE_ENUM, type.name(), type.comment(), null);
            } else {
                compare(type, found);
            }
        }
        for (EnumType type : existing.values()) {
            ObjectRef ref = ObjectRef.enumType(type.name());
            if (retention.drops(ref, "enum type " + type.name())) {
                steps.add(Phase.DROP_ENUM, new DropEnum(type.name(), type), List.of());
            }
        }
    }

    /** A model says nothing of comments on types, so they stay. */
    private void compare(EnumType wanted, EnumType found) {
        EnumType type = retention.complete() ? wanted : wanted.withComment(found.comment());
        if (!found.labels().equals(type.labels())) {
            change(type, found);
        }
        if (!rebuilds.containsKey(type.name())) {
            comment(Phase.CHANGE_ENUM, type.name(), type.comment(), found.comment());
        }
    }

    private void comment(Phase phase, QualifiedName type, String to, String from) {
        if (!Objects.equals(to, from)) {
            steps.add(phase, new SetEnumComment(type, to, from), List.of());
        }
    }

    /** What is made anew, to be emitted once it is known which columns go. */
    RebuiltTypes rebuilt() {
        return new RebuiltTypes(rebuilds, withoutDefault);
    }

    private void collectUses(Set<QualifiedName> types) {
        for (Table table : live.tables()) {
            for (Column column : table.columns()) {
                QualifiedName type = typeName(column.type());
                if (types.contains(type)) {
                    uses.computeIfAbsent(type, key -> new ArrayList<>())
                            .add(new EnumUse(
                                    new ColumnRef(table.name(), column.name()),
                                    TypeComparison.isArray(column.type()),
                                    column.defaultValue()));
                }
            }
        }
        desired.tables()
                .forEach(table -> table.columns()
                        .forEach(column -> desiredColumns.put(new ColumnRef(table.name(), column.name()), column)));
    }

    static QualifiedName typeName(DataType type) {
        return new QualifiedName(type.schema(), type.name());
    }

    private void change(EnumType wanted, EnumType found) {
        List<EnumUse> all = uses.getOrDefault(found.name(), List.of());
        boolean onlyAdds = wanted.labels().stream()
                .filter(new HashSet<>(found.labels())::contains)
                .toList()
                .equals(found.labels());
        if (onlyAdds && !isNewLabelUsed(wanted, found)) {
            addLabels(wanted, found, all);
        } else {
            rebuild(wanted, found, all);
        }
    }

    /** PostgreSQL does not let a label be used, be it in a default, in the transaction that added it. */
    private boolean isNewLabelUsed(EnumType wanted, EnumType found) {
        Set<String> added = new HashSet<>(wanted.labels());
        added.removeAll(new HashSet<>(found.labels()));
        return desired.tables().stream()
                .flatMap(table -> Mentions.texts(table).stream())
                .anyMatch(text -> Mentions.anyLabel(added, wanted.name(), text));
    }

    private void addLabels(EnumType wanted, EnumType found, List<EnumUse> all) {
        List<String> labels = new ArrayList<>(found.labels());
        String after = null;
        for (String label : wanted.labels()) {
            if (!labels.contains(label)) {
                boolean atEnd =
                        labels.isEmpty() || labels.get(labels.size() - 1).equals(after);
                String before = after == null && !labels.isEmpty() ? labels.get(0) : null;
                steps.add(
                        Phase.CHANGE_ENUM,
                        new AddEnumValue(
                                found.name(),
                                label,
                                atEnd ? null : after,
                                before,
                                new EnumType(found.name(), labels, found.comment()),
                                all),
                        List.of());
                labels.add(after == null ? 0 : labels.indexOf(after) + 1, label);
            }
            after = label;
        }
    }

    private void rebuild(EnumType wanted, EnumType found, List<EnumUse> all) {
        Rebuild rebuild = new Rebuild(wanted, found, all);
        rebuilds.put(found.name(), rebuild);
        all.stream()
                .filter(use -> losesDefault(use, rebuild))
                .map(EnumUse::column)
                .forEach(withoutDefault::add);
    }

    /**
     * Adds the steps of what is made anew.
     *
     * @param isGone whether a column goes; it does so before, and need not be converted
     */
    void emitRebuilds(Predicate<ColumnRef> isGone) {
        for (Rebuild rebuild : rebuilds.values()) {
            List<EnumUse> kept = new ArrayList<>();
            for (EnumUse use : rebuild.uses()) {
                if (!isGone.test(use.column())) {
                    kept.add(withoutDefault.contains(use.column()) ? droppingDefault(use) : use);
                }
            }
            steps.add(
                    Phase.CHANGE_ENUM,
                    new RebuildEnum(rebuild.to(), rebuild.from(), kept),
                    "labels " + String.join(", ", rebuild.from().labels()) + " become "
                            + String.join(", ", rebuild.to().labels()));
        }
    }

    private EnumUse droppingDefault(EnumUse use) {
        steps.add(
                Phase.CHANGE_ENUM,
                new AlterColumn(
                        use.column().table(),
                        use.column().column(),
                        List.of(new ColumnChange.Default(null, use.defaultValue()))),
                "its type is made anew");
        return new EnumUse(use.column(), use.array(), null);
    }

    /** A default that changes too goes before the type does, and so does one whose label is no more. */
    private boolean losesDefault(EnumUse use, Rebuild rebuild) {
        if (use.defaultValue() == null) {
            return false;
        }
        Column column = desiredColumns.get(use.column());
        SqlExpression wanted = column == null ? null : column.defaultValue();
        return (wanted != null && !wanted.meansTheSameAs(use.defaultValue()))
                || Mentions.anyLabel(rebuild.lost(), rebuild.to().name(), use.defaultValue());
    }

    /** A type that is made anew, with the columns of that type. */
    record Rebuild(EnumType to, EnumType from, List<EnumUse> uses) {
        /** The labels that go. */
        Set<String> lost() {
            Set<String> lost = new HashSet<>(from.labels());
            lost.removeAll(to.labels());
            return lost;
        }
    }
}
