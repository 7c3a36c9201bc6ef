package dev.autogen.migration.run;

import dev.autogen.migration.IrreversibleMigrationException;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.Plan;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /**
     * Asks the migration what it does.
     *
     * @throws MigrationFailedException if it cannot say, or cannot be undone where that is asked for
     */
    static PlannedMigration of(LoadedMigration migration, Plan.Step step, Direction direction) {
        RecordedMigration recorded = record(migration, direction);
        String checksum = Checksum.of(recorded);
        return new PlannedMigration(
                step,
                direction,
                Segment.of(direction == Direction.UPGRADE ? recorded.upgrade() : recorded.downgrade()),
                checksum.equals(AppliedMigrations.checksum(migration)) ? checksum : null);
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
        store.move(step.before(), step.after());
        store.log(revision().id(), HistoryEntry.Action.valueOf(direction.name()), took, checksum);
        store.forgetSegments(revision().id());
    }
}
