package dev.autogen.migration.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs a whole plan in one transaction: all of it is committed, autogen's own tables too, or nothing. */
final class WholeRun {
    private static final String ROLLED_BACK =
            "All of the run was rolled back: the database is as it was before its first migration.";
    private static final String ENDED_ITSELF =
            "One of its statements ended the transaction (COMMIT or ROLLBACK), so what came before it may have stayed and"
                    + " only the rest was rolled back. Compare the database with the files.";
    private static final String LOST = "The connection is lost, and the server rolls back what was not committed.";
    private static final String LOST_IN_COMMIT = "The connection is lost in the middle of the commit: whether it was"
            + " done, the server alone knows (autogen current tells).";
    private static final Attempts.Aftermath AFTERMATH =
            new Attempts.Aftermath(ROLLED_BACK, LOST, ENDED_ITSELF, LOST_IN_COMMIT);

    private final Connection connection;
    private final RunOptions options;
    private final RunListener listener;
    private final Transactions transactions;
    private final LockWatch watch;
    private final Attempts attempts;
    private final VersionStore store;

    /** The migration that is being run, for the message when it fails. */
    private PlannedMigration current;

    private StepExecutor executor;

    WholeRun(
            Connection connection,
            RunOptions options,
            RunListener listener,
            Transactions transactions,
            LockWatch watch) {
        this.connection = connection;
        this.options = options;
        this.listener = listener;
        this.transactions = transactions;
        this.watch = watch;
        this.attempts = new Attempts(options, listener, watch);
        this.store = new VersionStore(connection, options);
    }

    /**
     * Runs the migrations.
     *
     * @param planned at least one
     * @throws MigrationFailedException if one has a part that cannot be in a transaction, or fails
     */
    void run(List<PlannedMigration> planned) throws SQLException {
        SingleTransaction.require(planned);
        List<Duration> took = attempts.make(() -> current, () -> executor.place(), AFTERMATH, () -> {
            begin(planned.get(0));
            return transactions.in(current.segments().get(0).timeouts(), () -> all(planned));
        });
        for (int i = 0; i < planned.size(); i++) {
            listener.finished(planned.get(i).revision(), planned.get(i).direction(), took.get(i));
        }
    }

    private List<Duration> all(List<PlannedMigration> planned) throws SQLException {
        store.prepare();
        List<Duration> took = new ArrayList<>();
        for (PlannedMigration each : planned) {
            begin(each);
            listener.started(each.revision(), each.direction());
            long start = System.nanoTime();
            Transactions.set(
                    connection, new VersionSql(options), each.segments().get(0).timeouts());
            int before = 0;
            Set<Integer> finished = each.finished(store);
            for (int i = 0; i < each.segments().size(); i++) {
                Segment segment = each.segments().get(i);
                if (!finished.contains(i)) {
                    executor.execute(segment.steps(), before, MigrationRun.lockTimeout(segment, options));
                }
                before += segment.steps().size();
            }
            took.add(Duration.ofNanos(System.nanoTime() - start));
            each.finish(store, took.get(took.size() - 1));
        }
        return took;
    }

    private void begin(PlannedMigration migration) {
        current = migration;
        executor = new StepExecutor(connection, options, watch, migration.size());
    }
}
