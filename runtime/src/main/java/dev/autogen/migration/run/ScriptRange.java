package dev.autogen.migration.run;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.Plan;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionRange;
import java.util.Set;

/**
 * From where to where a script leads: {@code A:B} as {@link RevisionRange} has it, or a reference that is reached from
 * where the database is. {@code current}, as either end, is where the database is, too.
 *
 * @param text the range as it was written
 * @param alone whether {@code text} is a revision and the way is from what it stands on to it
 */
public record ScriptRange(String text, boolean alone) {
    private static final String CURRENT = "current";

    public ScriptRange {
        requireNonNull(text, "text is null");
    }

    /** A range as it was written. */
    public ScriptRange(String text) {
        this(text, false);
    }

    /** From what a revision stands on to that revision. */
    public static ScriptRange only(String revision) {
        return new ScriptRange(revision, true);
    }

    /** Whether the database has to be asked where it is. */
    public boolean asksDatabase() {
        return !alone && (!RevisionRange.isRange(text) || from().startsWith(CURRENT) || to().startsWith(CURRENT));
    }

    private String from() {
        return text.substring(0, Math.max(0, text.indexOf(':')));
    }

    private String to() {
        return text.substring(text.indexOf(':') + 1);
    }

    /**
     * The way.
     *
     * @param current the version rows of the database, if that was asked
     */
    Plan plan(RevisionGraph graph, Direction direction, Set<String> current) {
        if (alone) {
            return Plan.ofOne(graph, text);
        }
        if (RevisionRange.isRange(text) && !from().equals(CURRENT)) {
            return Plan.ofRange(graph, named(from(), current) + ":" + named(to(), current), direction);
        }
        return direction == Direction.UPGRADE
                ? Plan.upgrade(graph, current, to().isEmpty() ? "heads" : to())
                : Plan.downgrade(graph, current, to().isEmpty() ? "base" : to());
    }

    private static String named(String end, Set<String> current) {
        if (!end.startsWith(CURRENT)) {
            return end;
        }
        if (current.size() > 1) {
            throw new RevisionException("'" + end + "' depends on a choice, for the database is at "
                    + String.join(", ", current) + ". Name the revision you mean.");
        }
        return (current.isEmpty() ? "base" : current.iterator().next()) + end.substring(CURRENT.length());
    }
}
