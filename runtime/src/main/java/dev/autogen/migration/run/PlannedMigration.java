package dev.autogen.migration.run;

import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.Plan;
import dev.autogen.migration.revision.RevisionInfo;
import java.util.List;

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
}
