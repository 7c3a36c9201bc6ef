package dev.autogen.differ.recipe;

import dev.autogen.differ.Change;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.hazard.Hazard;
import dev.autogen.differ.hazard.Hazards;
import dev.autogen.differ.hazard.JudgedStep;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.operation.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a difference is carried out, there and back. Both forms come to the same schema; the safe one takes no lock for
 * longer than a moment on a table that was there before, at the price of several transactions. Which steps it takes
 * depends on the operations alone, never on how many rows there are, so that the same change gives the same migration.
 *
 * <p>On tables that exist, the safe form builds and drops indexes concurrently, a replacement before what it replaces;
 * adds foreign keys and checks as not valid and validates them in a second transaction; sets {@code NOT NULL} behind a
 * check that was validated likewise; makes primary keys and unique constraints from an index that was built concurrently;
 * and adds a required column without default as a nullable one that is filled first. What PostgreSQL has no such way for
 * (most things on partitioned tables, exclusion constraints, changes of type) keeps the plain form.
 *
 * @param upgrade the steps to the desired catalog
 * @param downgrade the steps back
 */
public record Recipe(List<RecipeStep> upgrade, List<RecipeStep> downgrade) {

    public Recipe {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /** Each operation as it is, in one transaction: for a database on which nobody works meanwhile. */
    public static Recipe plain(SchemaDiff diff) {
        return new Recipe(plain(diff.steps()), plain(changes(diff.downgrade())));
    }

    /**
     * The form for a database that is in use.
     *
     * @param diff the difference
     * @param live what is there before the upgrade
     */
    public static Recipe safe(SchemaDiff diff, Catalog live) {
        return safe(List.of(diff), live, Map.of(), Map.of()).get(0);
    }

    /**
     * The same for differences that follow on each other, each a migration of its own.
     *
     * @param filled columns that get values before they take no null any more, as they are then
     * @param twins columns that are there twice for a while, by either name
     */
    static List<Recipe> safe(
            List<SchemaDiff> chain, Catalog live, Map<ColumnRef, Column> filled, Map<ColumnRef, Twin> twins) {
        SideBySide sideBySide = new SideBySide(filled, twins);
        TakenNames names = TakenNames.of(
                live,
                chain.stream().flatMap(diff -> diff.upgrade().stream()).toList(),
                chain.stream().flatMap(diff -> diff.downgrade().stream()).toList());
        KnownTables tables = KnownTables.of(live);
        List<List<RecipeStep>> upgrades = new ArrayList<>();
        for (SchemaDiff diff : chain) {
            upgrades.add(safe(diff.steps(), tables, names, sideBySide));
            tables.turnBack();
        }
        Deque<Recipe> recipes = new ArrayDeque<>();
        for (int i = chain.size() - 1; i >= 0; i--) {
            List<Change> back = changes(chain.get(i).downgrade());
            recipes.addFirst(new Recipe(upgrades.get(i), safe(back, tables, names, sideBySide)));
            tables.turnBack();
        }
        return List.copyOf(recipes);
    }

    /**
     * What can go wrong with each step of the upgrade.
     *
     * @return as many lists as there are steps, in their order
     */
    public List<List<Hazard>> hazards(Hazards judge) {
        Iterator<List<Hazard>> hazards = judge.of(judged()).iterator();
        return upgrade.stream()
                .map(step -> judged(step, 1).isPresent() ? hazards.next() : List.<Hazard>of())
                .toList();
    }

    /** The steps of the upgrade, for whoever judges them or what follows on them. */
    public List<JudgedStep> judged() {
        List<JudgedStep> judged = new ArrayList<>();
        int transaction = 1;
        for (RecipeStep step : upgrade) {
            if (!step.isInTransaction()) {
                transaction++;
            }
            judged(step, transaction).ifPresent(judged::add);
        }
        return List.copyOf(judged);
    }

    private static Optional<JudgedStep> judged(RecipeStep step, int transaction) {
        if (step instanceof RecipeStep.Run run) {
            return Optional.of(
                    run.isInTransaction()
                            ? JudgedStep.inTransaction(transaction, run.operation())
                            : JudgedStep.outside(run.operation()));
        }
        if (step instanceof RecipeStep.Copy copy) {
            return copy.isWithoutNulls()
                    ? Optional.of(new JudgedStep.Fill(new ColumnRef(copy.table(), copy.column())))
                    : Optional.empty();
        }
        return step instanceof RecipeStep.Backfill fill
                ? Optional.of(new JudgedStep.Fill(
                        new ColumnRef(fill.table(), fill.column().name())))
                : Optional.empty();
    }

    private static List<RecipeStep> safe(
            List<Change> changes, KnownTables tables, TakenNames names, SideBySide sideBySide) {
        return Schedule.of(new Expansion(changes, tables, names, sideBySide).pieces());
    }

    private static List<Change> changes(List<Operation> operations) {
        return operations.stream()
                .map(operation -> new Change(operation, List.of()))
                .toList();
    }

    private static List<RecipeStep> plain(List<Change> changes) {
        return changes.stream()
                .<RecipeStep>map(change -> new RecipeStep.Run(change.operation(), change, List.of()))
                .toList();
    }
}
