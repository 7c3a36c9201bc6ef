package dev.autogen.commands;

import static java.util.stream.Collectors.joining;

import dev.autogen.codegen.DraftStep;
import dev.autogen.codegen.MigrationDraft;
import dev.autogen.codegen.NotedOperation;
import dev.autogen.commands.config.PreflightSettings;
import dev.autogen.commands.database.Database;
import dev.autogen.commands.preflight.Preflight;
import dev.autogen.commands.preflight.PreflightLimits;
import dev.autogen.commands.preflight.PreflightResult;
import dev.autogen.migration.Step;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.PendingMigration;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

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
     *
     * @param drafts what was written
     * @param written the migrations in their files; compiled where findings have to say lines or a draft does not say all
     *     of what it does, and only then
     */
    Optional<PreflightResult> look(
            Database database, List<MigrationDraft> drafts, Supplier<List<LoadedMigration>> written) {
        Supplier<List<PendingMigration>> located = () -> written.get().stream()
                .map(migration -> PendingMigration.of(migration, Direction.UPGRADE))
                .toList();
        boolean known =
                drafts.stream().flatMap(draft -> draft.upgrade().stream()).noneMatch(DraftStep.Copy.class::isInstance);
        try {
            Preflight preflight = preflight(database, limits().withinAll(ALL_OF_A_NEW_MIGRATION));
            return Optional.of(
                    known
                            ? preflight.look(
                                    drafts.stream().map(Preflighting::drafted).toList(), located)
                            : preflight.look(located.get()));
        } catch (SQLException e) {
            workspace
                    .progress()
                    .say("Preflight: the data was not looked at for "
                            + drafts.stream()
                                    .map(draft -> draft.revision().id())
                                    .collect(joining(" and "))
                            + ". "
                            + Failure.of(e, workspace).message());
            return Optional.empty();
        }
    }

    /** What the migration records once it is compiled, without lines. */
    private static PendingMigration drafted(MigrationDraft draft) {
        return new PendingMigration(
                draft.revision(),
                Direction.UPGRADE,
                draft.upgrade().stream()
                        .map(step -> new PendingMigration.Located(step(step), OptionalInt.empty()))
                        .toList());
    }

    private static Step step(DraftStep step) {
        if (step instanceof NotedOperation noted) {
            return new Step.Run(noted.operation());
        }
        return step instanceof DraftStep.Backfill fill
                ? new Step.Unfilled(fill.table(), fill.column(), fill.question(), fill.key())
                : new Step.NewTransaction();
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
