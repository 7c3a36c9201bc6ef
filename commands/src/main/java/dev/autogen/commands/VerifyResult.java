package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

import dev.autogen.commands.WalkedMigration.Outcome;
import dev.autogen.commands.history.MigrationFolder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What came of {@code verify}.
 *
 * @param walk what became of each migration
 * @param entities the end of the history with the entities; empty where they were not compared
 * @param notCompared why they were not, in a phrase; empty where they were, or nobody asked for it
 * @param folder where the migrations' files are
 * @param project the project directory, for paths in reports
 * @param proofRequired whether a migration that could not be proved is a finding
 */
public record VerifyResult(
        WalkedHistory walk,
        Optional<Comparison> entities,
        Optional<String> notCompared,
        MigrationFolder folder,
        Path project,
        boolean proofRequired) {

    public VerifyResult {
        requireNonNull(walk, "walk is null");
        requireNonNull(entities, "entities is null");
        requireNonNull(notCompared, "notCompared is null");
        requireNonNull(folder, "folder is null");
        requireNonNull(project, "project is null");
    }

    /** Whether nothing speaks against the history. */
    public boolean isAcceptable() {
        return walk.that(Outcome.FAILED).isEmpty()
                && walk.strays().isEmpty()
                && entities.map(Comparison::isEmpty).orElse(true)
                && !(proofRequired && !walk.that(Outcome.UNPROVED).isEmpty());
    }
}
