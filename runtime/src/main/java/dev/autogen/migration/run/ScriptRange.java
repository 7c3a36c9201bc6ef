package dev.autogen.migration.run;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.References;
import dev.autogen.migration.revision.RevisionGraph;
import java.util.Set;

/**
 * From where to where a script leads.
 *
 * @param from where the database is before; null for anywhere, which only a stamp can start from
 * @param to where it is afterwards; a step such as {@code +2} counts from {@code from}
 */
public record ScriptRange(String from, String to) {
    private static final String CURRENT = "current";

    public ScriptRange {
        requireNonNull(to, "to is null");
    }

    /**
     * Reads {@code A:B}, {@code A:}, {@code :B} or {@code B}. What is left out before the colon is where there is nothing
     * yet to go that way from, {@code base} or {@code heads}, and behind it the other end. Without a colon it begins where
     * the database is, or, for a script that leaves out what is done already, where there is nothing yet.
     */
    public static ScriptRange of(String text, Direction direction, boolean idempotent) {
        String start = direction == Direction.UPGRADE ? "base" : "heads";
        String end = direction == Direction.UPGRADE ? "heads" : "base";
        int colon = text.indexOf(':');
        if (colon < 0) {
            return new ScriptRange(idempotent ? start : CURRENT, text);
        }
        String from = text.substring(0, colon);
        String to = text.substring(colon + 1);
        return new ScriptRange(from.isEmpty() ? start : from, to.isEmpty() ? end : to);
    }

    /** The same for a stamp, which without a colon starts anywhere, unless it is a step from where the database is. */
    public static ScriptRange ofStamp(String text) {
        if (text.indexOf(':') >= 0) {
            return of(text, Direction.UPGRADE, false);
        }
        return new ScriptRange(isStep(text) ? CURRENT : null, text);
    }

    /** Whether the database has to be asked where it is. */
    public boolean asksDatabase() {
        return (from != null && (isStep(from) || from.startsWith(CURRENT))) || to.startsWith(CURRENT);
    }

    /** Counts from where the database is, {@code label@+1} from where it is on that branch. */
    private static boolean isStep(String reference) {
        return reference.matches("(.*@)?[+-]\\d+");
    }

    /**
     * The revisions at which the database is before; none also for anywhere.
     *
     * @param current where it is in truth, if that was asked
     */
    Set<String> start(RevisionGraph graph, Set<String> current) {
        return from == null ? Set.of() : new References(graph, current).resolve(from);
    }

    /** The revisions that are asked for. */
    Set<String> end(RevisionGraph graph, Set<String> start, Set<String> current) {
        return new References(graph, to.startsWith(CURRENT) ? current : start).resolve(to);
    }
}
