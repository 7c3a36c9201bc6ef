package dev.autogen.conformance.laws;

import dev.autogen.conformance.laws.Sketch.CheckSketch;
import dev.autogen.conformance.laws.Sketch.ColumnSketch;
import dev.autogen.conformance.laws.Sketch.ExclusionSketch;
import dev.autogen.conformance.laws.Sketch.ForeignKeySketch;
import dev.autogen.conformance.laws.Sketch.IndexSketch;
import dev.autogen.conformance.laws.Sketch.Key;
import dev.autogen.conformance.laws.Sketch.KeySketch;
import dev.autogen.conformance.laws.Sketch.TableSketch;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.Index;
import dev.autogen.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Adds constraints and indexes to the tables of a sketch. */
final class PartGrowth {
    private final Dice dice;
    private final Sketch sketch;
    private final HostileNames names;
    private final HostileTexts texts;
    private final KeyGrowth keys;

    PartGrowth(Dice dice, Sketch sketch, HostileNames names, HostileTexts texts) {
        this.dice = dice;
        this.sketch = sketch;
        this.names = names;
        this.texts = texts;
        this.keys = new KeyGrowth(dice, texts);
    }

    /** One more constraint or index, where the table's columns allow what chance chose. */
    void part(TableSketch table) {
        if (table.columns.isEmpty()) {
            return;
        }
        switch (dice.below(11)) {
            case 0 -> primaryKey(table);
            case 1 -> unique(table);
            case 2, 3 -> foreignKey(table);
            case 4, 5, 6 -> check(table);
            case 7 -> exclusion(table);
            default -> index(table);
        }
    }

    String constraintName(TableSketch table) {
        return names.free(name -> Sketch.isFreeConstraint(table, name));
    }

    String indexName(TableSketch table) {
        return names.free(name -> sketch.isFree(table.name.schema(), name) && Sketch.isFreeConstraint(table, name));
    }

    void primaryKey(TableSketch table) {
        List<ColumnSketch> columns = keyColumns(table);
        if (table.primaryKey == null && !columns.isEmpty()) {
            table.primaryKey = key(table, columns);
            table.primaryKey.nullsNotDistinct = false;
        }
    }

    void unique(TableSketch table) {
        List<ColumnSketch> columns = keyColumns(table);
        if (!columns.isEmpty()) {
            table.uniques.add(key(table, columns));
        }
    }

    private List<ColumnSketch> keyColumns(TableSketch table) {
        return dice.some(
                table.columns.stream()
                        .filter(column -> column.kind.isSortable() && !column.virtual)
                        .toList(),
                dice.between(1, 2));
    }

    private KeySketch key(TableSketch table, List<ColumnSketch> columns) {
        KeySketch key = new KeySketch();
        key.name = indexName(table);
        key.columns = columns;
        key.include = dice.oneIn(8) ? include(table, columns) : List.of();
        key.nullsNotDistinct = sketch.majorVersion >= 15 && dice.oneIn(5);
        key.deferrability = deferrability(6);
        return key;
    }

    private List<ColumnSketch> include(TableSketch table, List<ColumnSketch> without) {
        return dice.some(
                table.columns.stream()
                        .filter(column -> !without.contains(column) && !column.virtual)
                        .toList(),
                1);
    }

    Deferrability deferrability(int chances) {
        return dice.oneIn(chances)
                ? dice.pick(Deferrability.INITIALLY_IMMEDIATE, Deferrability.INITIALLY_DEFERRED)
                : Deferrability.NOT_DEFERRABLE;
    }

    /** To any key of any table, its own too, from columns made for it or, within a table, from such as fit. */
    void foreignKey(TableSketch table) {
        TableSketch target = dice.pick(sketch.tables);
        List<Set<ColumnSketch>> targets = new ArrayList<>(Pruning.keysOf(target).stream()
                .sorted(java.util.Comparator.comparing(key -> key.stream()
                        .map(column -> column.name)
                        .sorted()
                        .toList()
                        .toString()))
                .toList());
        if (targets.isEmpty() || table.columns.size() > 7) {
            return;
        }
        ForeignKeySketch key = new ForeignKeySketch();
        key.name = constraintName(table);
        key.target = target;
        key.targetColumns =
                target.columns.stream().filter(dice.pick(targets)::contains).toList();
        key.columns = new ArrayList<>();
        for (ColumnSketch column : dice.shuffled(key.targetColumns)) {
            key.columns.add(referring(table, column, key.columns));
        }
        key.targetColumns = key.columns.stream().map(this::last).toList();
        key.onDelete = action();
        key.onUpdate = action();
        boolean sets = key.onDelete == ReferentialAction.SET_NULL || key.onDelete == ReferentialAction.SET_DEFAULT;
        if (sets && sketch.majorVersion >= 15 && dice.oneIn(2)) {
            key.onDeleteColumns = List.of(dice.pick(key.columns));
        }
        key.matchFull = dice.oneIn(6);
        key.deferrability = deferrability(4);
        key.validated = !dice.oneIn(8);
        table.foreignKeys.add(key);
    }

    private final java.util.Map<ColumnSketch, ColumnSketch> referred = new java.util.HashMap<>();

    private ColumnSketch last(ColumnSketch referring) {
        return referred.get(referring);
    }

    private ColumnSketch referring(TableSketch table, ColumnSketch target, List<ColumnSketch> taken) {
        List<ColumnSketch> fitting = table.columns.stream()
                .filter(column -> column != target
                        && !taken.contains(column)
                        && column.type.equals(target.type)
                        && column.enumType == target.enumType
                        && column.kind == target.kind
                        && column.generated == null
                        && java.util.Objects.equals(column.collation, target.collation))
                .toList();
        ColumnSketch column;
        if (!fitting.isEmpty() && dice.oneIn(2)) {
            column = dice.pick(fitting);
        } else {
            column = new ColumnSketch();
            column.name = names.free(name -> table.columns.stream().noneMatch(other -> other.name.equals(name)));
            column.kind = target.kind;
            column.type = target.type;
            column.enumType = target.enumType;
            column.collation = target.collation;
            table.columns.add(column);
        }
        referred.put(column, target);
        return column;
    }

    private ReferentialAction action() {
        return dice.oneIn(2) ? ReferentialAction.NO_ACTION : dice.pick(List.of(ReferentialAction.values()));
    }

    void check(TableSketch table) {
        CheckSketch check = new CheckSketch();
        check.name = constraintName(table);
        check.expression = keys.condition(table.columns, false);
        check.noInherit = dice.oneIn(10);
        check.validated = !dice.oneIn(8);
        table.checks.add(check);
    }

    void exclusion(TableSketch table) {
        List<Key> elements = keys.exclusion(stored(table));
        if (elements.isEmpty()) {
            return;
        }
        ExclusionSketch exclusion = new ExclusionSketch();
        exclusion.name = indexName(table);
        exclusion.method = elements.get(0).operator().equals("=") ? Index.BTREE : "gist";
        exclusion.keys = elements;
        exclusion.predicate = dice.oneIn(4) ? keys.condition(stored(table), true) : null;
        exclusion.deferrability = deferrability(4);
        table.exclusions.add(exclusion);
    }

    void index(TableSketch table) {
        List<ColumnSketch> stored = stored(table);
        if (stored.isEmpty()) {
            return;
        }
        IndexSketch index = new IndexSketch();
        index.name = indexName(table);
        keys.fill(index, stored, sketch.majorVersion);
        if (index.keys.isEmpty()) {
            return;
        }
        if (index.method.equals(Index.BTREE) && dice.oneIn(5)) {
            List<ColumnSketch> keyColumns = index.keys.stream().map(Key::column).toList();
            index.include = include(table, keyColumns);
        }
        predicate(table, index, 4);
        table.indexes.add(index);
    }

    void predicate(TableSketch table, IndexSketch index, int chances) {
        index.predicate = dice.oneIn(chances) ? keys.condition(stored(table), true) : null;
    }

    KeyGrowth keys() {
        return keys;
    }

    HostileTexts texts() {
        return texts;
    }

    private static List<ColumnSketch> stored(TableSketch table) {
        return table.columns.stream().filter(column -> !column.virtual).toList();
    }
}
