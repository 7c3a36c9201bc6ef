package dev.autogen.commands;

import dev.autogen.codegen.MigrationDraft;
import dev.autogen.codegen.MigrationNames;
import dev.autogen.commands.history.MigrationStore;
import dev.autogen.differ.recipe.Stage;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.List;

/** Writes what a comparison found, a migration for each of its stages. */
final class StagedMigrations {
    private final Drafting drafting;
    private final Comparison comparison;

    StagedMigrations(Drafting drafting, Comparison comparison) {
        this.drafting = drafting;
        this.comparison = comparison;
    }

    /** The migrations, each standing on the one before. */
    List<MigrationStore.Stored> write(RevisionRequest request, RevisionGraph graph) {
        List<MigrationStore.Stored> written = new ArrayList<>();
        for (Stage stage : comparison.stages()) {
            String message = message(request.message(), stage.kind());
            MigrationDraft draft = written.isEmpty()
                    ? drafting.draft(request.saying(message), graph)
                    : drafting.draft(MigrationNames.newRevision(), List.of(last(written)), message);
            written.add(drafting.migrationStore(draft).write(filled(draft, stage)));
        }
        return List.copyOf(written);
    }

    private static RevisionInfo last(List<MigrationStore.Stored> written) {
        return written.get(written.size() - 1).draft().revision();
    }

    /** What the old version can live with needs no name of its own where nothing else follows. */
    private String message(String message, Stage.Kind kind) {
        return switch (kind) {
            case WHOLE -> message;
            case EXPAND -> comparison.stages().size() == 1 ? message : message + " (expand)";
            case CONTRACT -> message + " (contract)";
        };
    }

    private MigrationDraft filled(MigrationDraft draft, Stage stage) {
        EntityLines lines =
                new EntityLines(comparison.positions(), comparison.diff().steps());
        return draft.withSteps(
                        RecipeDraft.upgrade(stage.recipe(), comparison.hazards(stage), lines),
                        RecipeDraft.downgrade(stage.recipe()),
                        stage.diff().upgrade())
                .withNotes(notes(stage));
    }

    private List<String> notes(Stage stage) {
        List<String> notes = new ArrayList<>();
        if (stage.kind() == Stage.Kind.EXPAND && comparison.stages().size() > 1) {
            notes.add(
                    "The first of two: run it before the new version of the application is deployed. The version that is"
                            + " there lives on with it.");
        } else if (stage.kind() == Stage.Kind.CONTRACT) {
            notes.add((comparison.stages().size() > 1 ? "The second of two: run it" : "Run it")
                    + " when no instance of the old version is left, which cannot live with it.");
        }
        stage.obstacles()
                .forEach(obstacle -> notes.add(
                        "Cannot be split, so run this migration while no version is at work. " + obstacle + "."));
        return notes;
    }
}
