package dev.autogen.commands;

import static java.util.stream.Collectors.joining;

import dev.autogen.commands.config.PreflightSettings;
import dev.autogen.commands.database.Database;
import dev.autogen.commands.preflight.Preflight;
import dev.autogen.commands.preflight.PreflightLimits;
import dev.autogen.commands.preflight.PreflightResult;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.PendingMigration;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code upgrade --preflight}, {@code downgrade --preflight}, and the same look at the end of {@code -m}. */
final class Preflighting {
    /** Whoever writes a migration does not wait long for what he did not ask for. */
    private static final Duration ALL_OF_A_NEW_MIGRATION = Duration.ofSeconds(5);

    private final Workspace workspace;
    private final Project project;

    Preflighting(Workspace workspace) {
        this.workspace = workspace;
        this.project = new Project(workspace);
    }

    PreflightResult look(String reference, Direction direction) throws SQLException {
        PreflightLimits limits = limits();
        try (Database database = Database.open(workspace)) {
            List<PendingMigration> run = project.migrator(
                            database, project.migrations(project.folder()), Running.told(workspace.progress()))
                    .toRun(reference, direction);
            return preflight(database, limits).look(run);
        }
    }

    /**
     * The same for migrations that were just written, each standing on the one before. What it cannot find out is no reason
     * to fail: it says why, and answers nothing.
     */
    Optional<PreflightResult> look(Database database, List<LoadedMigration> written) {
        try {
            List<PendingMigration> run = written.stream()
                    .map(migration -> PendingMigration.of(migration, Direction.UPGRADE))
                    .toList();
            return Optional.of(preflight(database, limits().withinAll(ALL_OF_A_NEW_MIGRATION))
                    .look(run));
        } catch (SQLException e) {
            workspace
                    .progress()
                    .say("Preflight: the data was not looked at for "
                            + written.stream()
                                    .map(migration -> migration.info().id())
                                    .collect(joining(" and "))
                            + ". "
                            + Failure.of(e, workspace).message());
            return Optional.empty();
        }
    }

    private static Preflight preflight(Database database, PreflightLimits limits) {
        return new Preflight(database::connect, database.defaultSchema(), limits);
    }

    private PreflightLimits limits() {
        PreflightSettings settings = workspace.settings().preflight();
        return new PreflightLimits(
                settings.probeTimeout().orElse(PreflightLimits.DEFAULT.perProbe()),
                Optional.empty(),
                settings.sampleOver().orElse(PreflightLimits.DEFAULT.wholeUpTo()));
    }
}
