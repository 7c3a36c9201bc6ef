package dev.autogen.migration.run;

import dev.autogen.migration.BatchedChange;
import dev.autogen.migration.IrreversibleMigrationException;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.Plan;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs one migration in one direction: segment by segment, the last one together with its version rows. */
final class MigrationRun {
    private static final String LATER_PART =
            "What ran before this part is done and recorded; run the same command again to go on from there.";
    private static final String ROLLED_BACK = "This migration was rolled back whole; earlier ones stay applied.";
    private static final String NO_TRANSACTION = "This part runs outside a transaction, as PostgreSQL demands; run the"
            + " same command again when the cause is gone.";
    private static final String BATCHES_STAY =
            "The batches before it are committed and recorded; run the same command again to go on from there.";
    private static final String ENDED_ITSELF =
            "One of its statements ended the transaction (COMMIT or ROLLBACK), so what came before it may have stayed and"
                    + " only the rest was rolled back. Compare the database with the file; autocommit is the way to run"
                    + " statements outside of the transaction.";
    private static final String LOST = "The connection is lost, and the server rolls back what was not committed.";
    private static final String LOST_OUTSIDE = "The connection is lost in a part that runs outside of a transaction: it"
            + " may have come to its end or not. Run the same command again to go on from there.";
    private static final String LOST_IN_COMMIT = "The connection is lost in the middle of the commit: whether it was"
            + " done, the server alone knows (autogen current tells). Running the same command again is right either"
            + " way.";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Connection connection;
    private final RunOptions options;
    private final RunListener listener;
    private final Transactions transactions;
    private final LockWatch watch;
    private final VersionStore store;

    MigrationRun(
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

    void run(LoadedMigration migration, Plan.Step planned, Direction direction) throws SQLException {
        RevisionInfo revision = planned.revision();
        RecordedMigration recorded = record(migration, direction);
        List<Segment> segments = Segment.of(direction == Direction.UPGRADE ? recorded.upgrade() : recorded.downgrade());
        listener.started(revision, direction);
        long start = System.nanoTime();
        StepExecutor executor = new StepExecutor(
                connection,
                options,
                watch,
                segments.stream().mapToInt(segment -> segment.steps().size()).sum());
        Map<Integer, String> finished =
                segments.size() == 1 ? Map.of() : store.finishedSegments(revision.id(), direction);
        int before = 0;
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            String checksum = Checksum.of(segment);
            if (finished.containsKey(i)) {
                requireUnchanged(revision, finished.get(i), checksum);
            } else {
                boolean last = i == segments.size() - 1;
                int number = i;
                Bookkeeping bookkeeping = () -> {
                    if (last) {
                        store.move(planned.before(), planned.after());
                        store.log(
                                revision.id(),
                                HistoryEntry.Action.valueOf(direction.name()),
                                Duration.ofNanos(System.nanoTime() - start),
                                checksum(migration, recorded));
                        store.forgetSegments(revision.id());
                    } else {
                        store.finishSegment(revision.id(), direction, number, checksum);
                    }
                };
                run(new Part(revision, direction, segment, number, before, checksum), executor, bookkeeping);
            }
            before += segment.steps().size();
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
                    "Migration " + FailureReport.name(migration.info()) + " cannot say what it does: "
                            + FailureReport.words(e) + ". Nothing of it was run; the database is as it was before it.",
                    e);
        }
        if (direction == Direction.DOWNGRADE && !recorded.reversible()) {
            throw new MigrationFailedException(
                    migration.info(),
                    "Migration " + FailureReport.name(migration.info())
                            + " cannot be undone, as it says itself. The database is as it was before it.",
                    new IrreversibleMigrationException(migration.info().id()));
        }
        return recorded;
    }

    /** Null where it says something else each time, such as a random value: that could not be told from an edited one. */
    private static String checksum(LoadedMigration migration, RecordedMigration recorded) {
        String checksum = Checksum.of(recorded);
        return checksum.equals(AppliedMigrations.checksum(migration)) ? checksum : null;
    }

    static void requireUnchanged(RevisionInfo revision, String before, String now) {
        if (!before.equals(now)) {
            throw new RevisionException("Migration " + FailureReport.name(revision)
                    + " was interrupted half-way and edited since: a part that is already done is not what was run."
                    + " Restore the file as it was, run it to its end, and write the change as a new migration.");
        }
    }

    private void run(Part part, StepExecutor executor, Bookkeeping bookkeeping) throws SQLException {
        Transactions.Work<Boolean> end = () -> {
            bookkeeping.write();
            return true;
        };
        switch (part.segment().kind()) {
            case TRANSACTION ->
                attempt(
                        part,
                        executor::place,
                        part.isFirst() ? ROLLED_BACK : LATER_PART,
                        LOST,
                        () -> transactions.in(part.segment().timeouts(), () -> {
                            executor.execute(part.segment().steps(), part.before(), lockTimeout(part));
                            return end.run();
                        }));
            case AUTOCOMMIT -> {
                boolean begun = begin(part);
                attempt(part, executor::place, part.isFirst() ? NO_TRANSACTION : LATER_PART, LOST_OUTSIDE, () -> {
                    transactions.outside(part.segment().timeouts(), () -> {
                        executor.executeAlone(part.segment().steps().get(0), part.before(), begun);
                        return true;
                    });
                    return transactions.in(part.segment().timeouts(), end);
                });
            }
            case BATCH -> {
                runBatches(part);
                attempt(
                        part,
                        () -> Place.BEGINNING,
                        BATCHES_STAY,
                        LOST,
                        () -> transactions.in(part.segment().timeouts(), end));
            }
        }
    }

    /**
     * Remembers that a part is begun which runs outside of a transaction: whoever finds that, finds perhaps also what it
     * did. Not where that is there before the first attempt, for then it is somebody else's.
     *
     * @return whether an interrupted run began it
     */
    private boolean begin(Part part) throws SQLException {
        if (store.batches(part.revision().id(), part.direction(), part.number()).isPresent()) {
            return true;
        }
        if (part.segment().steps().get(0) instanceof Step.Run run
                && !new ConcurrentIndexes(connection, options.defaultSchema()).isDone(run.operation())) {
            attempt(
                    part,
                    () -> Place.BEGINNING,
                    part.isFirst() ? NO_TRANSACTION : LATER_PART,
                    LOST,
                    () -> transactions.in(part.segment().timeouts(), () -> {
                        save(part, BatchProgress.START);
                        return true;
                    }));
        }
        return false;
    }

    /** Goes through the batches, or those behind the last one that an interrupted run committed. */
    private void runBatches(Part part) throws SQLException {
        BatchedChange change = ((Step.Batch) part.segment().steps().get(0)).change();
        BatchProgress progress = BatchProgress.START;
        Optional<Map.Entry<String, BatchProgress>> interrupted =
                store.batches(part.revision().id(), part.direction(), part.number());
        if (interrupted.isPresent()) {
            requireUnchanged(part.revision(), interrupted.get().getKey(), part.checksum());
            progress = interrupted.get().getValue();
        }
        BatchRun batches = new BatchRun(connection, change, options.defaultSchema());
        while (!progress.finished()) {
            BatchProgress before = progress;
            progress = attempt(
                    part,
                    batches::place,
                    BATCHES_STAY,
                    LOST + " " + BATCHES_STAY,
                    () -> transactions.in(part.segment().timeouts(), () -> {
                        watch.begin(lockTimeout(part));
                        try {
                            BatchProgress after = batches.next(before);
                            save(part, after);
                            return after;
                        } finally {
                            watch.end();
                        }
                    }));
            if (progress.rows() > before.rows()) {
                listener.batch(part.revision(), change, progress.rows());
            }
            if (!progress.finished()) {
                rest(change.pause());
            }
        }
    }

    private void save(Part part, BatchProgress progress) throws SQLException {
        store.saveBatches(part.revision().id(), part.direction(), part.number(), part.checksum(), progress);
    }

    private Duration lockTimeout(Part part) {
        return lockTimeout(part.segment(), options);
    }

    /** How long the statements of a part wait for locks; zero for ever. */
    static Duration lockTimeout(Segment segment, RunOptions options) {
        Duration own = segment.timeouts().lock();
        return own == null ? options.lockTimeout() : own;
    }

    /** How long to wait after an attempt that did not get its locks. */
    static Duration pauseAfter(int attempt) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 5));
    }

    /**
     * Does a piece of work, also anew where it did not get its locks.
     *
     * @param state what has become of the database when it fails
     * @param lost the same when the connection is lost
     */
    private <T> T attempt(Part part, Supplier<Place> place, String state, String lost, Transactions.Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.run();
            } catch (UnsafeConnectionException | RevisionException e) {
                throw e;
            } catch (Transactions.EndedTransactionException e) {
                throw failure(part, place.get(), e.getCause(), ENDED_ITSELF);
            } catch (Transactions.CommitException e) {
                boolean unknown = FailureReport.isConnectionLost(e.getCause());
                throw failure(part, Place.COMMIT, e.getCause(), unknown ? LOST_IN_COMMIT : state);
            } catch (SQLException | RuntimeException | Error e) {
                if (attempt == options.attempts() || !FailureReport.isWorthAnotherTry(e)) {
                    throw failure(part, place.get(), e, FailureReport.isConnectionLost(e) ? lost : state);
                }
                listener.retrying(part.revision(), attempt + 1, options.attempts());
                rest(pauseAfter(attempt));
            }
        }
    }

    private MigrationFailedException failure(Part part, Place place, Throwable cause, String state) {
        return FailureReport.of(part.revision(), part.direction(), place, cause, state, watch.blockers());
    }

    static void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LockedException(
                    "Interrupted between two attempts. What was committed before stays and is recorded;"
                            + " run the same command again to go on from there.");
        }
    }

    /**
     * A part of a migration.
     *
     * @param number its number among them, from 0
     * @param before how many steps came before it
     * @param checksum what it is
     */
    private record Part(
            RevisionInfo revision, Direction direction, Segment segment, int number, int before, String checksum) {
        boolean isFirst() {
            return number == 0;
        }
    }

    /** What is written in the transaction that ends a segment. */
    private interface Bookkeeping {
        void write() throws SQLException;
    }
}
