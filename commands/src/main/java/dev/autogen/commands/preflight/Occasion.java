package dev.autogen.commands.preflight;

import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import java.util.OptionalInt;

/**
 * What a migration does that the data may stand in the way of.
 *
 * @param revision the migration
 * @param direction up or down
 * @param line where in its source; empty where that is not known
 * @param words what it does, such as {@code sets NOT NULL}
 */
record Occasion(RevisionInfo revision, Direction direction, OptionalInt line, String words) {

    /** {@code migration 3f2a9c1b7d4e}, {@code the downgrade of 3f2a9c1b7d4e}. */
    static String migration(RevisionInfo revision, Direction direction) {
        return (direction == Direction.UPGRADE ? "migration " : "the downgrade of ") + revision.id();
    }
}
