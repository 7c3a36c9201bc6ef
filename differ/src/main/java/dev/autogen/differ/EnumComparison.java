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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares enum types. */
final class EnumComparison {
    private final Catalog desired;
    private final Catalog live;
    private final Retention retention;
    private final Steps steps;

    private final Map<QualifiedName, List<EnumUse>> uses = new HashMap<>();
    private final Map<ColumnRef, Column> desiredColumns = new HashMap<>();
    private final Set<QualifiedName> rebuilt = new HashSet<>();
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
                steps.add(Phase.CREATE_ENUM, new CreateEnum(type), List.of());
            } else if (!found.labels().equals(type.labels())) {
                change(type, found);
            }
        }
        for (EnumType type : existing.values()) {
            ObjectRef ref = ObjectRef.enumType(type.name());
            if (retention.drops(ref, "enum type " + type.name())) {
                steps.add(Phase.DROP_ENUM, new DropEnum(type.name(), type), List.of());
            }
        }
    }

    /** The types that are made anew. */
    Set<QualifiedName> rebuilt() {
        return rebuilt;
    }

    /** Columns whose default is taken away before their type is made anew. */
    Set<ColumnRef> withoutDefault() {
        return withoutDefault;
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
        if (onlyAdds && !defaultsNeedNewLabel(wanted, found, all)) {
            addLabels(wanted, found, all);
        } else {
            rebuild(wanted, found, all);
        }
    }

    /** PostgreSQL does not let a label be used in the transaction that added it. */
    private boolean defaultsNeedNewLabel(EnumType wanted, EnumType found, List<EnumUse> all) {
        Set<String> added = new HashSet<>(wanted.labels());
        added.removeAll(new HashSet<>(found.labels()));
        return all.stream()
                .map(use -> desiredColumns.get(use.column()))
                .filter(column -> column != null && column.defaultValue() != null)
                .anyMatch(column -> added.stream()
                        .anyMatch(label -> column.defaultValue().canonical().contains("'" + label + "'")));
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
                                new EnumType(found.name(), labels),
                                all),
                        List.of());
                labels.add(after == null ? 0 : labels.indexOf(after) + 1, label);
            }
            after = label;
        }
    }

    private void rebuild(EnumType wanted, EnumType found, List<EnumUse> all) {
        rebuilt.add(found.name());
        List<EnumUse> kept = new ArrayList<>();
        for (EnumUse use : all) {
            if (losesDefault(use)) {
                withoutDefault.add(use.column());
                steps.add(
                        Phase.CHANGE_ENUM,
                        new AlterColumn(
                                use.column().table(),
                                use.column().column(),
                                List.of(new ColumnChange.Default(null, use.defaultValue()))),
                        "its type is made anew");
                kept.add(new EnumUse(use.column(), use.array(), null));
            } else {
                kept.add(use);
            }
        }
        steps.add(
                Phase.CHANGE_ENUM,
                new RebuildEnum(wanted, found, kept),
                "labels " + String.join(", ", found.labels()) + " become " + String.join(", ", wanted.labels()));
    }

    /** A default that changes too goes before the type does: its label may be no more. */
    private boolean losesDefault(EnumUse use) {
        Column column = desiredColumns.get(use.column());
        SqlExpression wanted = column == null ? null : column.defaultValue();
        return use.defaultValue() != null && wanted != null && !wanted.meansTheSameAs(use.defaultValue());
    }
}
