package dev.autogen.migration.run;

import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.Plan;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A migration as a plan will run it.
 *
 * @param step its place in the plan
 * @param direction up or down
 * @param segments what it does, in parts that stand or fall together
 * @param checksum of all that it asks for, in both directions
 */
record PlannedMigration(Plan.Step step, Direction direction, List<Segment> segments, String checksum) {

    /**
     * Asks the migration what it does.
     *
     * @throws MigrationFailedException if it cannot say, or cannot be undone where that is asked for
     */
    static PlannedMigration of(LoadedMigration migration, Plan.Step step, Direction direction) {
        RecordedMigration recorded = MigrationRun.record(migration, direction);
        return new PlannedMigration(
                step,
                direction,
                Segment.of(direction == Direction.UPGRADE ? recorded.upgrade() : recorded.downgrade()),
                Checksum.of(recorded));
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
        Map<Integer, String> finished = store.finishedSegments(revision().id(), direction);
        finished.forEach((number, checksum) ->
                MigrationRun.requireUnchanged(revision(), checksum, Checksum.of(segments.get(number))));
        return finished.keySet();
    }
}
