package dev.autogen.conformance.laws;

import dev.autogen.conformance.laws.Sketch.ColumnSketch;
import dev.autogen.conformance.laws.Sketch.ForeignKeySketch;
import dev.autogen.conformance.laws.Sketch.IndexSketch;
import dev.autogen.conformance.laws.Sketch.Key;
import dev.autogen.conformance.laws.Sketch.KeySketch;
import dev.autogen.conformance.laws.Sketch.TableSketch;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.Identity;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Takes away from a sketch what PostgreSQL would not take. */
final class Pruning {
    private final Sketch sketch;

    Pruning(Sketch sketch) {
        this.sketch = sketch;
    }

    void run() {
        for (TableSketch table : sketch.tables) {
            table.columns.removeIf(column -> column.enumType != null && !sketch.enums.contains(column.enumType));
            // A generated column cannot be computed from another, so what it was computed from may now be one.
            table.columns.forEach(column -> column(table, column));
        }
        sketch.sequences.forEach(sequence -> {
            boolean owned = sequence.owner != null
                    && sketch.tables.stream()
                            .anyMatch(table -> table.columns.contains(sequence.owner)
                                    && Objects.equals(table.name.schema(), sequence.name.schema()))
                    && sequence.owner.identity == null;
            if (!owned) {
                sequence.owner = null;
            }
        });
        sketch.tables.forEach(this::parts);
        sketch.tables.forEach(table -> table.foreignKeys.removeIf(key -> !isValid(table, key)));
    }

    private void column(TableSketch table, ColumnSketch column) {
        if (column.generated != null
                && (!column.generated.isValid(sketch, table)
                        || column.generated.columns().stream().anyMatch(source -> source.generated != null))) {
            column.generated = null;
            column.virtual = false;
        }
        if (column.generated != null || column.kind != Kind.INTEGER) {
            column.identity = null;
        }
        if (column.generated != null || column.identity != null) {
            column.defaultValue = null;
        }
        if (column.defaultValue != null && !column.defaultValue.isValid(sketch, table)) {
            column.defaultValue = null;
        }
        if (column.identity != null) {
            column.notNull = column.notNull || column.identity.kind() != null;
            boolean ownsAnother = sketch.sequences.stream().anyMatch(sequence -> sequence.owner == column);
            if (ownsAnother && column.identity.kind() == Identity.Kind.SERIAL) {
                column.identity = null;
            }
        }
        if (!column.kind.isCollatable()) {
            column.collation = null;
        }
    }

    private void parts(TableSketch table) {
        if (table.primaryKey != null && !isValid(table, table.primaryKey)) {
            table.primaryKey = null;
        }
        table.uniques.removeIf(unique -> !isValid(table, unique));
        Set<List<ColumnSketch>> keys = new HashSet<>();
        table.checks.removeIf(check -> !check.expression.isValid(sketch, table));
        table.exclusions.removeIf(exclusion -> !exclusion.keys.stream().allMatch(key -> isValid(table, key))
                || !isValidPredicate(table, exclusion.predicate));
        table.indexes.removeIf(index -> !index.keys.stream().allMatch(key -> isValid(table, key))
                || !index.include.stream().allMatch(column -> isStored(table, column))
                || !isValidPredicate(table, index.predicate));
        table.uniques.removeIf(unique -> !keys.add(unique.columns));
    }

    private boolean isValid(TableSketch table, KeySketch key) {
        return key.columns.stream().allMatch(column -> isStored(table, column) && column.kind.isSortable())
                && key.include.stream().allMatch(column -> isStored(table, column));
    }

    private boolean isValid(TableSketch table, Key key) {
        return key.column() != null
                ? isStored(table, key.column()) && key.column().kind == key.kind() && takesItsType(key)
                : isValidPredicate(table, key.expression());
    }

    /** This operator class is for one type, the others that are made up take all types of their kind. */
    private static boolean takesItsType(Key key) {
        return !"int4_minmax_multi_ops".equals(key.operatorClass())
                || key.column().type.name().equals("integer");
    }

    private boolean isValidPredicate(TableSketch table, Snippet predicate) {
        return predicate == null
                || (predicate.isValid(sketch, table)
                        && predicate.columns().stream().allMatch(column -> isStored(table, column)));
    }

    private static boolean isStored(TableSketch table, ColumnSketch column) {
        return table.columns.contains(column) && !(column.generated != null && column.virtual);
    }

    private boolean isValid(TableSketch table, ForeignKeySketch key) {
        boolean pairsFit = true;
        for (int i = 0; i < key.columns.size(); i++) {
            ColumnSketch column = key.columns.get(i);
            ColumnSketch target = key.targetColumns.get(i);
            pairsFit &= column.type.equals(target.type)
                    && column.enumType == target.enumType
                    && Objects.equals(column.collation, target.collation)
                    && column.generated == null
                    // PostgreSQL itself stumbles over arrays of varchar there.
                    && column.kind != Kind.TEXTS
                    && table.columns.contains(column)
                    && key.target.columns.contains(target);
        }
        return pairsFit
                && sketch.tables.contains(key.target)
                && keysOf(key.target).contains(new HashSet<>(key.targetColumns));
    }

    /** What a foreign key can point at. */
    static Set<Set<ColumnSketch>> keysOf(TableSketch table) {
        Set<Set<ColumnSketch>> keys = new HashSet<>();
        Stream.concat(Stream.ofNullable(table.primaryKey), table.uniques.stream())
                .filter(key -> key.deferrability == Deferrability.NOT_DEFERRABLE)
                .forEach(key -> keys.add(new HashSet<>(key.columns)));
        table.indexes.stream()
                .filter(Pruning::isKey)
                .forEach(index -> keys.add(
                        new HashSet<>(index.keys.stream().map(Key::column).toList())));
        return keys;
    }

    private static boolean isKey(IndexSketch index) {
        return index.unique
                && index.predicate == null
                && index.keys.stream()
                        .allMatch(
                                key -> key.column() != null && key.operatorClass() == null && key.collation() == null);
    }
}
