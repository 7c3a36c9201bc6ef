package dev.autogen.commands;

import dev.autogen.commands.database.Database;
import dev.autogen.migration.BatchedChange;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.DryRunListener;
import dev.autogen.migration.run.RunListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code upgrade}, {@code downgrade} and {@code stamp}. */
final class Running {
    /** A line for each of thousands of batches would hide everything else. */
    private static final long BATCH_INTERVAL = Duration.ofSeconds(5).toNanos();

    private final Workspace workspace;
    private final Project project;

    Running(Workspace workspace) {
        this.workspace = workspace;
        this.project = new Project(workspace);
    }

    RunResult run(String reference, Direction direction, boolean singleTransaction) throws SQLException {
        try (Database database = Database.open(workspace)) {
            Migrator migrator = project.migrator(
                            database, project.migrations(project.folder()), told(workspace.progress()))
                    .options(database.runOptions().withSingleTransaction(singleTransaction));
            List<RevisionInfo> done =
                    direction == Direction.UPGRADE ? migrator.upgrade(reference) : migrator.downgrade(reference);
            return new RunResult(done, migrator.status().current());
        }
    }

    RunResult dryRun(String reference, Direction direction, boolean withoutJava, DryRunListener told)
            throws SQLException {
        try (Database database = Database.open(workspace)) {
            Migrator migrator =
                    project.migrator(database, project.migrations(project.folder()), told(workspace.progress()));
            List<RevisionInfo> tried = migrator.dryRun(reference, direction, withoutJava, told);
            return new RunResult(tried, migrator.status().current());
        }
    }

    /** What a stamp accepts is compared with what was run, so files are compiled where something was. */
    RunResult stamp(List<String> references, boolean purge) throws SQLException {
        try (Database database = Database.open(workspace)) {
            Migrator migrator = project.migrator(
                    database, project.migrationsWhenNeeded(project.folder()), told(workspace.progress()));
            Set<String> current = migrator.stamp(references, purge);
            return new RunResult(List.of(), current);
        }
    }

    /** Passes on what the runner does. */
    static RunListener told(Progress progress) {
        return new RunListener() {
            private long toldBatch = System.nanoTime();

            @Override
            public void started(RevisionInfo revision, Direction direction) {
                progress.say((direction == Direction.UPGRADE ? "Upgrading to " : "Downgrading ") + revision.id() + " ("
                        + revision.message() + ")");
            }

            @Override
            public void batch(RevisionInfo revision, BatchedChange change, long rows) {
                long now = System.nanoTime();
                if (now - toldBatch >= BATCH_INTERVAL) {
                    toldBatch = now;
                    progress.say(String.format(Locale.ROOT, "  %s: %,d rows so far", change.table(), rows));
                }
            }

            @Override
            public void finished(RevisionInfo revision, Direction direction, Duration took) {
                progress.say("  done in " + took.toMillis() + " ms");
            }

            @Override
            public void waitingFor(String holder) {
                progress.say("Waiting for another runner: " + holder);
            }

            @Override
            public void blocked(String holders) {
                progress.say("  waiting for a lock of " + holders);
            }

            @Override
            public void notice(String text) {
                progress.say(text);
            }

            @Override
            public void retrying(RevisionInfo revision, int attempt, int attempts) {
                progress.say("  a lock was not free in time; rolled back, attempt " + attempt + " of " + attempts);
            }
        };
    }
}
