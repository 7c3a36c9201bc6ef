package dev.autogen.differ.recipe;

import dev.autogen.differ.Change;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.hazard.Hazard;
import dev.autogen.differ.hazard.Hazards;
import dev.autogen.differ.hazard.JudgedStep;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
        List<Change> back = changes(diff.downgrade());
        TakenNames names = TakenNames.of(live, diff.upgrade(), diff.downgrade());
        KnownTables tables = KnownTables.of(live);
        List<RecipeStep> upgrade = safe(diff.steps(), tables, names);
        tables.turnBack();
        return new Recipe(upgrade, safe(back, tables, names));
    }

    /**
     * What can go wrong with each step of the upgrade.
     *
     * @return as many lists as there are steps, in their order
     */
    public List<List<Hazard>> hazards(Hazards judge) {
        List<JudgedStep> judged = new ArrayList<>();
        int transaction = 1;
        for (RecipeStep step : upgrade) {
            if (!step.isInTransaction()) {
                transaction++;
            }
            judged(step, transaction).ifPresent(judged::add);
        }
        Iterator<List<Hazard>> hazards = judge.of(judged).iterator();
        return upgrade.stream()
                .map(step -> step instanceof RecipeStep.NewTransaction ? List.<Hazard>of() : hazards.next())
                .toList();
    }

    private static Optional<JudgedStep> judged(RecipeStep step, int transaction) {
        if (step instanceof RecipeStep.Run run) {
            return Optional.of(
                    run.isInTransaction()
                            ? JudgedStep.inTransaction(transaction, run.operation())
                            : JudgedStep.outside(run.operation()));
        }
        return step instanceof RecipeStep.Backfill fill
                ? Optional.of(new JudgedStep.Fill(
                        new ColumnRef(fill.table(), fill.column().name())))
                : Optional.empty();
    }

    private static List<RecipeStep> safe(List<Change> changes, KnownTables tables, TakenNames names) {
        return Schedule.of(new Expansion(changes, tables, names).pieces());
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
