package dev.autogen.migration.run;

import dev.autogen.migration.BatchedChange;
import dev.autogen.migration.Step;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private final Connection connection;
    private final RunOptions options;
    private final RunListener listener;
    private final Transactions transactions;
    private final LockWatch watch;
    private final Attempts attempts;
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
        this.attempts = new Attempts(options, listener, watch);
        this.store = new VersionStore(connection, options);
    }

    void run(PlannedMigration migration) throws SQLException {
        listener.started(migration.revision(), migration.direction());
        long start = System.nanoTime();
        StepExecutor executor = new StepExecutor(connection, options, watch, migration.size());
        Set<Integer> finished = migration.finished(store);
        int last = migration.segments().size() - 1;
        int before = 0;
        for (int i = 0; i <= last; i++) {
            Segment segment = migration.segments().get(i);
            if (!finished.contains(i)) {
                Part part = new Part(migration, segment, i, before, Checksum.of(segment));
                run(part, executor, () -> {
                    if (part.number() == last) {
                        migration.finish(store, Duration.ofNanos(System.nanoTime() - start));
                    } else {
                        store.finishSegment(part.revision().id(), part.direction(), part.number(), part.checksum());
                    }
                });
            }
            before += segment.steps().size();
        }
        listener.finished(migration.revision(), migration.direction(), Duration.ofNanos(System.nanoTime() - start));
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
            part.migration().requireUnchanged(interrupted.get().getKey(), part.checksum());
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
                Attempts.rest(change.pause());
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

    private <T> T attempt(Part part, Supplier<Place> place, String state, String lost, Transactions.Work<T> work) {
        return attempts.make(
                part::migration, place, new Attempts.Aftermath(state, lost, ENDED_ITSELF, LOST_IN_COMMIT), work);
    }

    /**
     * A part of a migration.
     *
     * @param segment what it does
     * @param number its number among them, from 0
     * @param before how many steps came before it
     * @param checksum what it is
     */
    private record Part(PlannedMigration migration, Segment segment, int number, int before, String checksum) {
        RevisionInfo revision() {
            return migration.revision();
        }

        Direction direction() {
            return migration.direction();
        }

        boolean isFirst() {
            return number == 0;
        }
    }

    /** What is written in the transaction that ends a segment. */
    private interface Bookkeeping {
        void write() throws SQLException;
    }
}
