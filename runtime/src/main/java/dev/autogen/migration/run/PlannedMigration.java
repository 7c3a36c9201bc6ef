package dev.autogen.migration.run;

import dev.autogen.migration.IrreversibleMigrationException;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.Plan;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.schema.operation.ExecuteSql;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A migration as a plan will run it.
 *
 * @param step its place in the plan
 * @param direction up or down
 * @param segments what it does, in parts that stand or fall together
 * @param checksum of all that it asks for, in both directions; null where that is something else each time, such as a
 *     random value, which could not be told from an edited migration
 */
record PlannedMigration(Plan.Step step, Direction direction, List<Segment> segments, String checksum) {
    private static final String NOTHING_WAS_RUN = ". Nothing of it was run; the database is as it was before it.";

    /**
     * Asks the migration what it does.
     *
     * @throws MigrationFailedException if it cannot say, cannot be undone where that is asked for, or would end its
     *     transaction itself
     */
    static PlannedMigration of(LoadedMigration migration, Plan.Step step, Direction direction) {
        RecordedMigration recorded = asked(migration, () -> RecordedMigration.of(migration.migration()));
        if (direction == Direction.DOWNGRADE && !recorded.reversible()) {
            throw irreversible(migration);
        }
        String checksum = Checksum.of(recorded);
        PlannedMigration planned = new PlannedMigration(
                step,
                direction,
                Segment.of(direction == Direction.UPGRADE ? recorded.upgrade() : recorded.downgrade()),
                checksum.equals(AppliedMigrations.checksum(migration)) ? checksum : null);
        planned.requireOpenTransactions();
        return planned;
    }

    /**
     * What a migration says when it is asked what it does.
     *
     * @throws MigrationFailedException if it cannot say, or is asked how to undo it and cannot be undone
     */
    static <T> T asked(LoadedMigration migration, Supplier<T> recording) {
        try {
            return recording.get();
        } catch (IrreversibleMigrationException e) {
            throw irreversible(migration);
        } catch (RuntimeException | Error e) {
            throw new MigrationFailedException(
                    migration.info(),
                    "Migration " + FailureReport.name(migration.info()) + " cannot say what it does: "
                            + FailureReport.words(e) + NOTHING_WAS_RUN,
                    e);
        }
    }

    private static MigrationFailedException irreversible(LoadedMigration migration) {
        return new MigrationFailedException(
                migration.info(),
                "Migration " + FailureReport.name(migration.info())
                        + " cannot be undone, as it says itself. The database is as it was before it.",
                new IrreversibleMigrationException(migration.info().id()));
    }

    /** Its transactions end with what the runner writes down of them, so none of its statements may end one before. */
    private void requireOpenTransactions() {
        int number = 0;
        for (Segment segment : segments) {
            for (Step step : segment.steps()) {
                number++;
                if (segment.kind() == Segment.Kind.TRANSACTION
                        && step instanceof Step.Run run
                        && run.operation() instanceof ExecuteSql sql) {
                    requireOpenTransaction(sql.sql(), number);
                }
            }
        }
    }

    private void requireOpenTransaction(String sql, int number) {
        TransactionControl.in(sql).ifPresent(word -> {
            throw new MigrationFailedException(
                    revision(),
                    "Migration " + FailureReport.name(revision()) + " would end its transaction itself: " + word
                            + " in operation " + number + " of " + size() + NOTHING_WAS_RUN + " Take the " + word
                            + " out: the runner commits. Where a part is to be committed before the rest, write"
                            + " op.newTransaction() there; what has to run outside of transactions belongs into"
                            + " op.autocommit(...).",
                    null);
        });
    }

    RevisionInfo revision() {
        return step.revision();
    }

    /** How many steps it has in all its parts. */
    int size() {
        return segments.stream().mapToInt(segment -> segment.steps().size()).sum();
    }

    /**
     * Which parts an interrupted run finished.
     *
     * @throws RevisionException if one of them was edited since
     */
    Set<Integer> finished(VersionStore store) throws SQLException {
        if (segments.size() == 1) {
            return Set.of();
        }
        Map<Integer, String> finished = store.finishedSegments(revision().id(), direction);
        for (int number = 0; number < segments.size(); number++) {
            if (finished.containsKey(number)) {
                requireUnchanged(finished.get(number), Checksum.of(segments.get(number)));
            }
        }
        return finished.keySet();
    }

    /**
     * Demands that a part which an interrupted run did, or began, is what it was.
     *
     * @throws RevisionException if it was edited since
     */
    void requireUnchanged(String before, String now) {
        if (!before.equals(now)) {
            throw new RevisionException("Migration " + FailureReport.name(revision())
                    + " was interrupted half-way and edited since: a part that is already done is not what was run."
                    + " Restore the file as it was, run it to its end, and write the change as a new migration.");
        }
    }

    /** Writes that it is done. */
    void finish(VersionStore store, Duration took) throws SQLException {
        store.finish(step, direction, took, checksum);
    }
}
