package dev.autogen.migration.run;

import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.schema.ddl.SqlStatement;
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

    private final Connection connection;
    private final RunOptions options;
    private final RunListener listener;
    private final Transactions transactions;
    private final LockWatch watch;
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
        List<Duration> took = attempt(planned);
        for (int i = 0; i < planned.size(); i++) {
            listener.finished(planned.get(i).revision(), planned.get(i).direction(), took.get(i));
        }
    }

    private List<Duration> attempt(List<PlannedMigration> planned) {
        for (int attempt = 1; ; attempt++) {
            begin(planned.get(0));
            try {
                return transactions.in(current.segments().get(0).timeouts(), () -> all(planned));
            } catch (UnsafeConnectionException | RevisionException e) {
                throw e;
            } catch (Transactions.EndedTransactionException e) {
                throw failure(e.getCause(), ENDED_ITSELF);
            } catch (Transactions.CommitException e) {
                boolean lost = FailureReport.isConnectionLost(e.getCause());
                throw FailureReport.of(
                        current.revision(),
                        current.direction(),
                        Place.COMMIT,
                        e.getCause(),
                        lost ? LOST_IN_COMMIT : ROLLED_BACK,
                        List.of());
            } catch (SQLException | RuntimeException | Error e) {
                if (attempt == options.attempts() || !FailureReport.isWorthAnotherTry(e)) {
                    throw failure(e, FailureReport.isConnectionLost(e) ? LOST : ROLLED_BACK);
                }
                listener.retrying(current.revision(), attempt + 1, options.attempts());
                MigrationRun.rest(MigrationRun.pauseAfter(attempt));
            }
        }
    }

    private List<Duration> all(List<PlannedMigration> planned) throws SQLException {
        store.prepare();
        List<Duration> took = new ArrayList<>();
        for (PlannedMigration each : planned) {
            begin(each);
            listener.started(each.revision(), each.direction());
            long start = System.nanoTime();
            set(connection, options, each);
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
            finish(store, each, took.get(took.size() - 1));
        }
        return took;
    }

    /** Sets what one of several migrations in a transaction says of its statements' time. */
    static void set(Connection connection, RunOptions options, PlannedMigration migration) throws SQLException {
        SqlStatement settings =
                new VersionSql(options).settings(migration.segments().get(0).timeouts(), true);
        StatementExecution.hasRow(connection, new SqlStatement("select " + settings.sql(), settings.parameters()));
    }

    /** Writes that a migration is done. */
    static void finish(VersionStore store, PlannedMigration migration, Duration took) throws SQLException {
        RevisionInfo revision = migration.revision();
        store.move(migration.step().before(), migration.step().after());
        store.log(
                revision.id(), HistoryEntry.Action.valueOf(migration.direction().name()), took, migration.checksum());
        store.forgetSegments(revision.id());
    }

    private void begin(PlannedMigration migration) {
        current = migration;
        executor = new StepExecutor(connection, options, watch, migration.size());
    }

    private MigrationFailedException failure(Throwable cause, String state) {
        return FailureReport.of(
                current.revision(), current.direction(), executor.place(), cause, state, watch.blockers());
    }
}
