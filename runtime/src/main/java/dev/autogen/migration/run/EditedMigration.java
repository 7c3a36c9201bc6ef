package dev.autogen.migration.run;

import static java.time.temporal.ChronoUnit.SECONDS;
import static java.util.Objects.requireNonNull;

import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import java.util.Set;

/**
 * An applied migration that says something else now than what was run. Java callbacks are not looked into.
 *
 * @param revision the migration
 * @param applied when and by whom it was applied, or last accepted
 * @param directions which of its methods it is; both where the migration cannot say what it does any more
 */
public record EditedMigration(RevisionInfo revision, HistoryEntry applied, Set<Direction> directions) {

    public EditedMigration {
        requireNonNull(revision, "revision is null");
        requireNonNull(applied, "applied is null");
        directions = Set.copyOf(directions);
    }

    /** Whether what it did to the database is not what it would do now. */
    public boolean differsFromDatabase() {
        return directions.contains(Direction.UPGRADE);
    }

    /** One sentence without its full stop. */
    @Override
    public String toString() {
        String what = directions.size() == 2
                ? "upgrade and downgrade do not say"
                : differsFromDatabase() ? "upgrade does not say" : "downgrade does not say";
        return "migration " + FailureReport.name(revision) + " was edited after it was applied ("
                + applied.finished().truncatedTo(SECONDS) + " by " + applied.who() + "): its " + what
                + " what it said then";
    }
}
