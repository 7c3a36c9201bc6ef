package dev.autogen.migration.run;

import dev.autogen.migration.BatchedChange;
import dev.autogen.migration.IrreversibleMigrationException;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.migration.Timeouts;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.Plan;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.schema.ddl.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs one migration in one direction: segment by segment, the last one together with its version rows. */
final class MigrationRun {
    private static final String NO_SAVEPOINT = "3B001";
    private static final String NO_TRANSACTION = "25P01";
    private static final String ENDED_ITSELF =
            "One of its statements ended the transaction (COMMIT or ROLLBACK), so what came before it may have stayed and"
                    + " only the rest was rolled back. Compare the database with the file; autocommit is the way to run"
                    + " statements outside of the transaction.";
    private static final String BATCHES_STAY =
            "The batches before it are committed and recorded; run the same command again to go on from there.";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Connection connection;
    private final RunOptions options;
    private final RunListener listener;
    private final VersionStore store;
    private final VersionSql sql;

    MigrationRun(Connection connection, RunOptions options, RunListener listener) {
        this.connection = connection;
        this.options = options;
        this.listener = listener;
        this.store = new VersionStore(connection, options);
        this.sql = new VersionSql(options);
    }

    void run(LoadedMigration migration, Plan.Step planned, Direction direction) throws SQLException {
        RevisionInfo revision = planned.revision();
        RecordedMigration recorded = record(migration, direction);
        List<Segment> segments = Segment.of(direction == Direction.UPGRADE ? recorded.upgrade() : recorded.downgrade());
        listener.started(revision, direction);
        long start = System.nanoTime();
        Map<Integer, String> finished =
                segments.size() == 1 ? Map.of() : store.finishedSegments(revision.id(), direction);
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            String checksum = Checksum.of(segment);
            if (finished.containsKey(i)) {
                requireUnchanged(revision, finished.get(i), checksum);
                continue;
            }
            boolean last = i == segments.size() - 1;
            int number = i;
            if (segment.kind() == Segment.Kind.BATCH) {
                runBatches(revision, direction, segment, number);
            }
            Bookkeeping bookkeeping = () -> {
                if (last) {
                    store.move(planned.before(), planned.after());
                    store.log(
                            revision.id(),
                            HistoryEntry.Action.valueOf(direction.name()),
                            Duration.ofNanos(System.nanoTime() - start),
                            Checksum.of(recorded));
                    store.forgetSegments(revision.id());
                } else {
                    store.finishSegment(revision.id(), direction, number, checksum);
                }
            };
            runSegment(revision, direction, segment, bookkeeping, i > 0);
        }
        listener.finished(revision, direction, Duration.ofNanos(System.nanoTime() - start));
    }

    static RecordedMigration record(LoadedMigration migration, Direction direction) {
        RecordedMigration recorded;
        try {
            recorded = RecordedMigration.of(migration.migration());
        } catch (RuntimeException | Error e) {
            throw new MigrationFailedException(
                    migration.info(),
                    "Migration " + name(migration.info()) + " cannot say what it does: " + message(e)
                            + ". Nothing of it was run; the database is as it was before it.",
                    e);
        }
        if (direction == Direction.DOWNGRADE && !recorded.reversible()) {
            throw new MigrationFailedException(
                    migration.info(),
                    "Migration " + name(migration.info())
                            + " cannot be undone, as it says itself. The database is as it was before it.",
                    new IrreversibleMigrationException(migration.info().id()));
        }
        return recorded;
    }

    private static void requireUnchanged(RevisionInfo revision, String before, String now) {
        if (!before.equals(now)) {
            throw new RevisionException("Migration " + name(revision)
                    + " was interrupted half-way and edited since: a part that is already done is not what was run."
                    + " Restore the file as it was, run it to its end, and write the change as a new migration.");
        }
    }

    private void runSegment(
            RevisionInfo revision, Direction direction, Segment segment, Bookkeeping bookkeeping, boolean laterPart)
            throws SQLException {
        StepExecutor executor = new StepExecutor(connection, options);
        Attempt<Boolean> part = () -> {
            if (segment.kind() == Segment.Kind.AUTOCOMMIT) {
                setSession(segment.timeouts(), false);
                executor.execute(segment.steps());
            }
            return inTransaction(segment.timeouts(), () -> {
                if (segment.kind() == Segment.Kind.TRANSACTION) {
                    executor.execute(segment.steps());
                }
                bookkeeping.write();
                return true;
            });
        };
        attempt(revision, direction, executor::at, stateAfterFailure(segment, laterPart), part);
    }

    /** Goes through the batches, or those behind the last one that an interrupted run committed. */
    private void runBatches(RevisionInfo revision, Direction direction, Segment segment, int number)
            throws SQLException {
        BatchedChange change = ((Step.Batch) segment.steps().get(0)).change();
        String checksum = Checksum.of(segment);
        BatchProgress progress = BatchProgress.START;
        Optional<Map.Entry<String, BatchProgress>> interrupted = store.batches(revision.id(), direction, number);
        if (interrupted.isPresent()) {
            requireUnchanged(revision, interrupted.get().getKey(), checksum);
            progress = interrupted.get().getValue();
        }
        BatchRun batches = new BatchRun(connection, change, options.defaultSchema());
        while (!progress.finished()) {
            BatchProgress before = progress;
            Attempt<BatchProgress> batch = () -> inTransaction(segment.timeouts(), () -> {
                BatchProgress after = batches.next(before);
                store.saveBatches(revision.id(), direction, number, checksum, after);
                return after;
            });
            progress = attempt(revision, direction, batches::at, BATCHES_STAY, batch);
            listener.batch(revision, change, progress.rows());
            if (!progress.finished()) {
                rest(change.pause());
            }
        }
    }

    /** Tries anew what did not get its locks. */
    private <T> T attempt(
            RevisionInfo revision, Direction direction, Supplier<String> at, String state, Attempt<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.run();
            } catch (EndedTransactionException e) {
                throw failure(revision, direction, at.get(), ENDED_ITSELF, e.getCause());
            } catch (SQLException | RuntimeException | Error e) {
                if (attempt < options.attempts() && isLockTimeout(e)) {
                    listener.retrying(revision, attempt + 1, options.attempts());
                    rest(FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 5)));
                } else {
                    throw failure(revision, direction, at.get(), state, e);
                }
            }
        }
    }

    private <T> T inTransaction(Timeouts timeouts, Attempt<T> work) throws SQLException {
        connection.setAutoCommit(false);
        Savepoint beginning = null;
        try {
            setSession(timeouts, true);
            beginning = connection.setSavepoint();
            T result = work.run();
            beginning = null;
            connection.commit();
            return result;
        } catch (Throwable e) {
            // Whatever it is, also an error in the migration's own code: going back to autocommit would commit.
            boolean endedItself = beginning != null && isGone(beginning);
            try {
                connection.rollback();
            } catch (SQLException rollback) {
                e.addSuppressed(rollback);
            }
            if (endedItself) {
                throw new EndedTransactionException(e);
            }
            throw e;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Whether the transaction that began there is over: one of the migration's statements was COMMIT or ROLLBACK. */
    private boolean isGone(Savepoint beginning) {
        try {
            connection.rollback(beginning);
            return false;
        } catch (SQLException e) {
            return NO_SAVEPOINT.equals(e.getSQLState()) || NO_TRANSACTION.equals(e.getSQLState());
        }
    }

    private void setSession(Timeouts timeouts, boolean transaction) throws SQLException {
        SqlStatement settings = sql.settings(timeouts, transaction);
        StatementExecution.hasRow(connection, new SqlStatement("select " + settings.sql(), settings.parameters()));
    }

    static boolean isLockTimeout(Throwable e) {
        return e instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LockedException(
                    "Interrupted between two attempts. What was committed before stays and is recorded;"
                            + " run the same command again to go on from there.");
        }
    }

    private MigrationFailedException failure(
            RevisionInfo revision, Direction direction, String at, String state, Throwable cause) {
        String verb = direction == Direction.UPGRADE ? "Upgrade to " : "Downgrade of ";
        String cure = isLockTimeout(cause)
                ? " Another session holds a lock on the table (pg_stat_activity shows it); run the command again when it"
                        + " is gone, or raise --lock-timeout."
                : "";
        return new MigrationFailedException(
                revision,
                verb + name(revision) + " failed at " + (at.isEmpty() ? "its beginning" : at) + "\n" + message(cause)
                        + "\n" + state + cure,
                cause);
    }

    private static String stateAfterFailure(Segment failed, boolean laterPart) {
        if (laterPart) {
            return "What ran before this part is done and recorded; run the same command again to go on from there.";
        }
        return failed.kind() == Segment.Kind.TRANSACTION
                ? "This migration was rolled back whole; earlier ones stay applied."
                : "This part runs outside a transaction, as PostgreSQL demands; run the same command again when the"
                        + " cause is gone.";
    }

    static String message(Throwable cause) {
        return cause instanceof SQLException sql && sql.getSQLState() != null
                ? sql.getMessage() + " (SQLSTATE " + sql.getSQLState() + ")"
                : String.valueOf(cause instanceof Error || cause.getMessage() == null ? cause : cause.getMessage());
    }

    static String name(RevisionInfo revision) {
        return revision.id() + " (" + revision.message() + ", " + revision.source() + ")";
    }

    /** A migration failed after it had ended its transaction. */
    private static final class EndedTransactionException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EndedTransactionException(Throwable cause) {
            super(cause);
        }
    }

    /** What is done whole or not at all. */
    private interface Attempt<T> {
        T run() throws SQLException;
    }

    /** What is written in the transaction that ends a segment. */
    private interface Bookkeeping {
        void write() throws SQLException;
    }
}
