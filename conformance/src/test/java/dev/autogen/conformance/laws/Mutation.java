package dev.autogen.conformance.laws;

import dev.autogen.conformance.laws.Sketch.CheckSketch;
import dev.autogen.conformance.laws.Sketch.ColumnSketch;
import dev.autogen.conformance.laws.Sketch.EnumSketch;
import dev.autogen.conformance.laws.Sketch.ForeignKeySketch;
import dev.autogen.conformance.laws.Sketch.IndexSketch;
import dev.autogen.conformance.laws.Sketch.KeySketch;
import dev.autogen.conformance.laws.Sketch.SequenceSketch;
import dev.autogen.conformance.laws.Sketch.TableSketch;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Changes a sketch in a few places, as a developer would between two releases, or out of spite. */
final class Mutation {
    private final Dice dice;
    private final Sketch sketch;
    private final Growth growth;

    Mutation(Dice dice, Sketch sketch, Growth growth) {
        this.dice = dice;
        this.sketch = sketch;
        this.growth = growth;
    }

    void mutate() {
        for (int i = dice.between(1, 6); i > 0; i--) {
            if (sketch.tables.isEmpty() || dice.oneIn(5)) {
                objects();
            } else {
                TableSketch table = dice.pick(sketch.tables);
                if (table.columns.isEmpty() || dice.oneIn(8)) {
                    growth.column(table);
                } else if (dice.oneIn(2)) {
                    column(table, dice.pick(table.columns));
                } else {
                    parts(table);
                }
            }
            sketch.prune();
        }
    }

    private void objects() {
        switch (dice.below(12)) {
            case 0, 1 -> growth.table();
            case 2 -> remove(sketch.tables);
            case 3 -> growth.sequence();
            case 4 -> remove(sketch.sequences);
            case 5 -> growth.enumType();
            case 6 -> remove(sketch.enums);
            case 7, 8 -> labels();
            case 9 -> sequence();
            case 10 -> swapNames();
            default -> schema();
        }
    }

    private <T> void remove(List<T> things) {
        if (!things.isEmpty()) {
            things.remove(dice.below(things.size()));
        }
    }

    private void labels() {
        if (sketch.enums.isEmpty()) {
            return;
        }
        EnumSketch type = dice.pick(sketch.enums);
        List<String> labels = new ArrayList<>(type.labels);
        switch (dice.below(4)) {
            case 0 -> labels.add(dice.below(labels.size() + 1), growth.label());
            case 1 -> labels.add(growth.label());
            case 2 -> Collections.reverse(labels);
            default -> labels.remove(dice.below(labels.size()));
        }
        if (!labels.isEmpty()) {
            type.labels = new ArrayList<>(new LinkedHashSet<>(labels));
        }
    }

    private void sequence() {
        if (sketch.sequences.isEmpty()) {
            return;
        }
        SequenceSketch sequence = dice.pick(sketch.sequences);
        switch (dice.below(4)) {
            case 0 -> sequence.comment = growth.texts().comment(50);
            case 1 -> sequence.type = dice.pick("bigint", "integer", "smallint");
            case 2 -> sequence.owner = sequence.owner == null ? ownerFor(sequence) : null;
            default -> sequence.options = growth.options(sequence.name.name());
        }
    }

    private ColumnSketch ownerFor(SequenceSketch sequence) {
        List<ColumnSketch> owners = sketch.tables.stream()
                .filter(table -> java.util.Objects.equals(table.name.schema(), sequence.name.schema()))
                .flatMap(table -> table.columns.stream())
                .toList();
        boolean drawn = growth.columns()
                .anyMatch(column -> column.defaultValue != null && column.defaultValue.sequence() == sequence);
        return drawn || owners.isEmpty() ? null : dice.pick(owners);
    }

    /** Two tables of one schema change places. */
    private void swapNames() {
        List<TableSketch> two = dice.some(sketch.tables, 2);
        if (two.size() == 2
                && java.util.Objects.equals(
                        two.get(0).name.schema(), two.get(1).name.schema())) {
            QualifiedName name = two.get(0).name;
            two.get(0).name = two.get(1).name;
            two.get(1).name = name;
        }
    }

    private void schema() {
        String schema = dice.pick(Growth.SCHEMAS);
        boolean used = sketch.tables.stream().anyMatch(table -> schema.equals(table.name.schema()))
                || sketch.enums.stream().anyMatch(type -> schema.equals(type.name.schema()))
                || sketch.sequences.stream().anyMatch(sequence -> schema.equals(sequence.name.schema()));
        if (!used && !sketch.schemas.remove(schema)) {
            sketch.schemas.add(schema);
        }
    }

    private void column(TableSketch table, ColumnSketch column) {
        switch (dice.below(10)) {
            case 0 -> table.columns.remove(column);
            case 1 -> column.notNull = !column.notNull;
            case 2 -> column.comment = growth.texts().comment(60);
            case 3, 4 -> growth.value(table, column);
            case 5 -> column.defaultValue = null;
            case 6 -> {
                if (column.generated == null) {
                    growth.spelling(column);
                    alike(column);
                }
            }
            case 7 -> {
                column.generated = null;
                column.virtual = false;
                column.defaultValue = null;
                growth.type(column);
                alike(column);
            }
            case 8 -> {
                if (column.kind.isCollatable() && column.generated == null) {
                    growth.collate(column);
                    if (dice.oneIn(2)) {
                        column.collation = null;
                    }
                    alike(column);
                }
            }
            default -> Collections.swap(table.columns, 0, table.columns.indexOf(column));
        }
    }

    /** Gives all columns that foreign keys tie to this one the same type. */
    private void alike(ColumnSketch column) {
        if (dice.oneIn(5)) {
            return;
        }
        Set<ColumnSketch> tied = new LinkedHashSet<>(List.of(column));
        int before;
        do {
            before = tied.size();
            for (TableSketch table : sketch.tables) {
                for (ForeignKeySketch key : table.foreignKeys) {
                    for (int i = 0; i < key.columns.size(); i++) {
                        List<ColumnSketch> ends = List.of(key.columns.get(i), key.targetColumns.get(i));
                        if (!Collections.disjoint(tied, ends)) {
                            tied.addAll(ends);
                        }
                    }
                }
            }
        } while (tied.size() > before);
        for (ColumnSketch other : tied) {
            if (other.generated == null) {
                other.kind = column.kind;
                other.type = column.type;
                other.enumType = column.enumType;
                other.collation = column.collation;
                if (other != column) {
                    other.defaultValue = null;
                }
            }
        }
    }

    private void parts(TableSketch table) {
        switch (dice.below(9)) {
            case 0, 1, 2 -> growth.parts().part(table);
            case 3 -> removePart(table);
            case 4 -> renameConstraint(table);
            case 5 -> index(table);
            case 6 -> check(table);
            case 7 -> key(table);
            default -> table.comment = growth.texts().comment(60);
        }
    }

    private void removePart(TableSketch table) {
        switch (dice.below(6)) {
            case 0 -> table.primaryKey = null;
            case 1 -> remove(table.uniques);
            case 2 -> remove(table.foreignKeys);
            case 3 -> remove(table.checks);
            case 4 -> remove(table.exclusions);
            default -> remove(table.indexes);
        }
    }

    private void renameConstraint(TableSketch table) {
        String name = growth.parts().indexName(table);
        switch (dice.below(6)) {
            case 0 -> {
                if (table.primaryKey != null) {
                    table.primaryKey.name = name;
                }
            }
            case 1 -> table.uniques.stream().findAny().ifPresent(unique -> unique.name = name);
            case 2 -> table.foreignKeys.stream().findFirst().ifPresent(key -> key.name = name);
            case 3 -> swapIndexNames(table);
            case 4 -> table.exclusions.stream().findFirst().ifPresent(exclusion -> exclusion.name = name);
            default -> table.indexes.stream().findFirst().ifPresent(index -> index.name = name);
        }
    }

    private void swapIndexNames(TableSketch table) {
        List<IndexSketch> two = dice.some(table.indexes, 2);
        List<CheckSketch> checks = dice.some(table.checks, 2);
        if (two.size() == 2) {
            String name = two.get(0).name;
            two.get(0).name = two.get(1).name;
            two.get(1).name = name;
        } else if (checks.size() == 2) {
            String name = checks.get(0).name;
            checks.get(0).name = checks.get(1).name;
            checks.get(1).name = name;
        }
    }

    private void index(TableSketch table) {
        if (table.indexes.isEmpty()) {
            return;
        }
        IndexSketch index = dice.pick(table.indexes);
        boolean sorted = index.method.equals(dev.autogen.schema.Index.BTREE);
        switch (dice.below(4)) {
            case 0 -> growth.parts().predicate(table, index, 2);
            case 1 -> {
                index.unique = sorted && !index.unique;
                index.nullsNotDistinct = false;
            }
            case 2 -> Collections.reverse(index.keys);
            default ->
                index.options = sorted && index.options.isEmpty()
                        ? new java.util.TreeMap<>(java.util.Map.of("deduplicate_items", "off"))
                        : java.util.Map.of();
        }
    }

    private void check(TableSketch table) {
        if (table.checks.isEmpty()) {
            return;
        }
        CheckSketch check = dice.pick(table.checks);
        switch (dice.below(4)) {
            case 0 -> check.noInherit = !check.noInherit;
            case 1 -> check.validated = !check.validated;
            case 2 -> check.name = growth.parts().constraintName(table);
            default -> check.expression = growth.parts().keys().condition(table.columns, false);
        }
    }

    private void key(TableSketch table) {
        if (!table.foreignKeys.isEmpty() && dice.oneIn(2)) {
            ForeignKeySketch key = dice.pick(table.foreignKeys);
            switch (dice.below(4)) {
                case 0 -> key.validated = !key.validated;
                case 1 -> key.deferrability = growth.parts().deferrability(2);
                case 2 -> key.matchFull = !key.matchFull;
                default -> {
                    key.onDeleteColumns = List.of();
                    key.onDelete = dice.pick(List.of(dev.autogen.schema.ReferentialAction.values()));
                }
            }
            return;
        }
        List<KeySketch> keys = new ArrayList<>(table.uniques);
        if (table.primaryKey != null) {
            keys.add(table.primaryKey);
        }
        if (keys.isEmpty()) {
            return;
        }
        KeySketch key = dice.pick(keys);
        switch (dice.below(3)) {
            case 0 -> key.deferrability = growth.parts().deferrability(2);
            case 1 -> {
                key.columns = new ArrayList<>(key.columns);
                Collections.reverse(key.columns);
            }
            default ->
                key.include = key.include.isEmpty()
                        ? table.columns.stream()
                                .filter(column -> !new HashSet<>(key.columns).contains(column) && !column.virtual)
                                .limit(1)
                                .toList()
                        : List.of();
        }
    }
}
