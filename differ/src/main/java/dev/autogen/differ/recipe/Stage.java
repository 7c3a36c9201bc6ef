package dev.autogen.differ.recipe;

import static java.util.Objects.requireNonNull;

import dev.autogen.differ.Change;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One migration of those that carry out a difference, of which there are two where versions of an application run side by
 * side while it is deployed.
 *
 * @param kind its part
 * @param diff the part of the difference that it carries out
 * @param recipe how
 * @param obstacles what it holds with which neither version can live between the two, a line each; empty where both can
 */
public record Stage(Kind kind, SchemaDiff diff, Recipe recipe, List<String> obstacles) {

    /** What part of a difference a migration carries out. */
    public enum Kind {
        /** All of it. */
        WHOLE,
        /** What runs before the new version is there: the old version lives on with it. */
        EXPAND,
        /** What runs when the old version is gone: the new version alone can live with it. */
        CONTRACT
    }

    public Stage {
        requireNonNull(kind, "kind is null");
        requireNonNull(diff, "diff is null");
        requireNonNull(recipe, "recipe is null");
        obstacles = List.copyOf(obstacles);
    }

    /** A difference that is carried out at once. */
    public static Stage whole(SchemaDiff diff, Recipe recipe) {
        return new Stage(Kind.WHOLE, diff, recipe, List.of());
    }

    /**
     * A difference in a stage with which the old version can live, and one with which the new version alone can. Both come
     * to the same as the difference at once. What neither version can live with is in the second, so that nothing of the
     * first ever breaks what runs.
     *
     * @param diff the difference
     * @param live what is there before
     * @return the stages in which there is something to do, at most two
     */
    public static List<Stage> expandAndContract(SchemaDiff diff, Catalog live) {
        Twins twins = new Twins(diff, live);
        Map<ColumnRef, Twin> byColumn = twins.byColumn();
        List<Operation> operations = twins.changes().stream()
                .map(placed -> placed.change().operation())
                .toList();
        Placement placement = Placement.of(twins.changes(), new Prospect(operations, live, byColumn.keySet()));
        List<SchemaDiff> diffs = List.of(part(placement.expand(), diff), part(placement.contract(), diff));
        List<Recipe> recipes = Recipe.safe(diffs, live, filled(diff.changes()), byColumn);
        List<Stage> stages = new ArrayList<>();
        if (!diffs.get(0).isEmpty()) {
            stages.add(new Stage(Kind.EXPAND, diffs.get(0), recipes.get(0), List.of()));
        }
        if (!diffs.get(1).isEmpty()) {
            stages.add(new Stage(Kind.CONTRACT, diffs.get(1), recipes.get(1), placement.obstacles()));
        }
        return List.copyOf(stages);
    }

    private static SchemaDiff part(List<Change> changes, SchemaDiff whole) {
        return new SchemaDiff(changes, List.of(), whole.strict()).carrying(whole.dependents());
    }

    /** Columns that take null while the versions run side by side, as they are when only one of them does. */
    private static Map<ColumnRef, Column> filled(List<Change> changes) {
        Map<ColumnRef, Column> filled = new HashMap<>();
        for (Change change : changes) {
            if (change.operation() instanceof AddColumn add) {
                fill(filled, new ColumnRef(add.table(), add.column().name()), add.column());
            } else if (change.operation() instanceof DropColumn drop && drop.definition() != null) {
                fill(filled, new ColumnRef(drop.table(), drop.name()), drop.definition());
            }
        }
        return filled;
    }

    private static void fill(Map<ColumnRef, Column> filled, ColumnRef reference, Column column) {
        if (!column.nullable() && Prospect.isFilledByNobody(column)) {
            filled.put(reference, column);
        }
    }
}
