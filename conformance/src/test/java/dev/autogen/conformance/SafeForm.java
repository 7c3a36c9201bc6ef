package dev.autogen.conformance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.codegen.DraftStep;
import dev.autogen.codegen.MigrationDraft;
import dev.autogen.codegen.MigrationFile;
import dev.autogen.codegen.MigrationWriter;
import dev.autogen.codegen.NotedOperation;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.recipe.Recipe;
import dev.autogen.differ.recipe.RecipeStep;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.operation.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A difference written as a class in the form for a database that is in use, compiled and recorded.
 *
 * @param source the class
 * @param upgrade what it asks for
 * @param downgrade what it asks for on the way back
 */
record SafeForm(String source, List<Step> upgrade, List<Step> downgrade) {
    private static final Instant CREATED = Instant.parse("2026-11-21T10:15:30Z");
    private static final String QUESTION = "what should existing rows hold?";

    /** The form; empty where it is the plain one. Demands that the class asks for exactly what it was written from. */
    static Optional<SafeForm> of(SchemaDiff diff, Catalog live) {
        Recipe recipe = Recipe.safe(diff, live);
        if (recipe.equals(Recipe.plain(diff))) {
            return Optional.empty();
        }
        MigrationFile file = new MigrationWriter()
                .write(MigrationDraft.of("migrations", "3f2a9c1b7d4e", List.of(), CREATED, "safe case")
                        .withSteps(drafts(recipe.upgrade()), drafts(recipe.downgrade()), diff.upgrade()));
        RecordedMigration recorded = RecordedMigration.of(WrittenMigration.compiled(file));
        assertThat(recorded.upgrade())
                .as("recorded upgrade of%n%s", file.source())
                .isEqualTo(recipe.upgrade().stream().map(SafeForm::recorded).toList());
        assertThat(recorded.downgrade())
                .as("recorded downgrade of%n%s", file.source())
                .isEqualTo(recipe.downgrade().stream().map(SafeForm::recorded).toList());
        return Optional.of(new SafeForm(file.source(), recorded.upgrade(), recorded.downgrade()));
    }

    /** The upgrade as SQL, a statement a line, with {@code --} where a transaction ends and another begins. */
    String sql() {
        return sql(upgrade);
    }

    /** The downgrade likewise. */
    String sqlBack() {
        return sql(downgrade);
    }

    private static String sql(List<Step> steps) {
        return steps.stream()
                .map(step -> {
                    if (step instanceof Step.Unfilled unfilled) {
                        return "fill " + unfilled.table() + "." + unfilled.column() + " along "
                                + String.join(", ", unfilled.key()) + "\n";
                    }
                    return step instanceof Step.Run run ? Outcome.sql(List.of(run.operation())) : "--\n";
                })
                .collect(joining());
    }

    private static List<DraftStep> drafts(List<RecipeStep> steps) {
        return steps.stream().map(SafeForm::draft).toList();
    }

    private static DraftStep draft(RecipeStep step) {
        if (step instanceof RecipeStep.Backfill fill) {
            return new DraftStep.Backfill(fill.table(), fill.column().name(), QUESTION, fill.key(), fill.remarks());
        }
        return step.carriedOut()
                .<DraftStep>map(operation -> new NotedOperation(operation, step.remarks(), List.of(), List.of()))
                .orElseGet(() -> new DraftStep.NewTransaction(step.remarks()));
    }

    private static Step recorded(RecipeStep step) {
        if (step instanceof RecipeStep.Backfill fill) {
            return new Step.Unfilled(fill.table(), fill.column().name(), QUESTION, fill.key());
        }
        return step.carriedOut()
                .map(Operation::asRecorded)
                .<Step>map(Step.Run::new)
                .orElseGet(Step.NewTransaction::new);
    }
}
