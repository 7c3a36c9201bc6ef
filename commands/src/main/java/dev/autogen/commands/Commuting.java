package dev.autogen.commands;

import dev.autogen.commands.config.ProofMode;
import dev.autogen.commands.config.RunnerSettings;
import dev.autogen.commands.config.Settings;
import dev.autogen.commands.database.ScratchServer;
import dev.autogen.commands.history.MigrationFolder;
import dev.autogen.commands.proof.Commutation;
import dev.autogen.commands.proof.DisprovedException;
import dev.autogen.commands.proof.Proof;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.run.RunOptions;
import java.util.List;
import java.util.Optional;

/** Demands of branches that they come to the same whichever is applied first, as far as the settings ask for it. */
final class Commuting {
    private final Workspace workspace;
    private final Project project;

    Commuting(Workspace workspace) {
        this.workspace = workspace;
        this.project = new Project(workspace);
    }

    /**
     * Demands it.
     *
     * @param heads the last revision of each branch
     * @param cure what else can be done where it does not hold
     * @return what the proof said, which is not that it failed
     * @throws DisprovedException if it does not hold, or cannot be proved although {@code --proof=required}
     */
    Proof require(MigrationFolder folder, RevisionGraph graph, List<String> heads, String cure) {
        if (workspace.settings().proof() == ProofMode.OFF) {
            return Proof.skipped();
        }
        workspace.progress().say("Proving that it does not matter which of " + String.join(", ", heads) + " is first");
        Proof proof = new Commutation(graph, project.migrations(folder), heads)
                .prove(this::scratchServer, () -> runOptions(workspace.settings()));
        if (proof.outcome() == Proof.Outcome.FAILED) {
            throw new DisprovedException(
                    "The branches do not commute: " + proof.message() + "\nNothing was written. " + cure);
        }
        if (proof.outcome() == Proof.Outcome.NOT_PROVED && workspace.settings().proof() == ProofMode.REQUIRED) {
            throw new DisprovedException("Nothing was written, for it is " + proof.message()
                    + " Name a server that can with --scratch-url, or leave --proof=required out.");
        }
        return proof;
    }

    ScratchServer scratchServer() {
        return ScratchServer.open(workspace.settings().scratchDatabase(), Optional.empty());
    }

    /** How migrations run on scratch databases: as on the project's own, where one is configured. */
    static RunOptions runOptions(Settings settings) {
        String schema = settings.schemas(settings.databaseIfAny()).value().get(0);
        RunnerSettings runner = settings.runner();
        return RunOptions.inSchema(schema)
                .withVersionTable(runner.versionSchema().orElse(schema), runner.versionTable())
                .withLockTimeout(runner.lockTimeout())
                .withToolVersion(Version.current());
    }
}
