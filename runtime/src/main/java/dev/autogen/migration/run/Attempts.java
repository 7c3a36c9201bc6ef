package dev.autogen.migration.run;

import dev.autogen.migration.revision.RevisionException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/** Does pieces of work, also anew where they did not get their locks, and says what is the matter when they fail. */
final class Attempts {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final RunOptions options;
    private final RunListener listener;
    private final LockWatch watch;

    Attempts(RunOptions options, RunListener listener, LockWatch watch) {
        this.options = options;
        this.listener = listener;
        this.watch = watch;
    }

    /**
     * What has become of the database, by what happened.
     *
     * @param failed a statement or the commit failed
     * @param lost the connection is lost
     * @param endedItself the migration ended its transaction
     * @param lostInCommit the connection is lost while it was committed
     */
    record Aftermath(String failed, String lost, String endedItself, String lostInCommit) {}

    /**
     * Does a piece of work.
     *
     * @param running which migration is at it, asked for when something happens
     * @param place where in it, likewise
     * @throws MigrationFailedException if it fails for good
     */
    <T> T make(Supplier<PlannedMigration> running, Supplier<Place> place, Aftermath after, Transactions.Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.run();
            } catch (UnsafeConnectionException | RevisionException e) {
                throw e;
            } catch (Transactions.EndedTransactionException e) {
                throw failure(running.get(), place.get(), e.getCause(), after.endedItself());
            } catch (Transactions.CommitException e) {
                boolean unknown = FailureReport.isConnectionLost(e.getCause());
                throw failure(
                        running.get(), Place.COMMIT, e.getCause(), unknown ? after.lostInCommit() : after.failed());
            } catch (SQLException | RuntimeException | Error e) {
                if (attempt == options.attempts() || !FailureReport.isWorthAnotherTry(e)) {
                    String state = FailureReport.isConnectionLost(e) ? after.lost() : after.failed();
                    throw failure(running.get(), place.get(), e, state);
                }
                listener.retrying(running.get().revision(), attempt + 1, options.attempts());
                rest(FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 5)));
            }
        }
    }

    private MigrationFailedException failure(PlannedMigration running, Place place, Throwable cause, String state) {
        return FailureReport.of(running.revision(), running.direction(), place, cause, state, watch.blockers());
    }

    /** Waits, between two attempts or two batches. */
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
}
