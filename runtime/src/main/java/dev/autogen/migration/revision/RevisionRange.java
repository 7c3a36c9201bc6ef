package dev.autogen.migration.revision;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * From one place in the history to another, {@code A:B}. Either end is any reference; {@code +N} or {@code -N} alone
 * counts from the other end.
 *
 * @param range the range as it was written
 * @param from where it begins
 * @param to where it ends
 */
public record RevisionRange(String range, Target from, Target to) {
    public RevisionRange {
        requireNonNull(range, "range is null");
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
    }

    /** Whether that is written as a range. */
    public static boolean isRange(String reference) {
        return reference.contains(":");
    }

    /**
     * The range to go up: {@code A:} ends at all heads, {@code :B} and {@code B} begin at base.
     *
     * @param current the version rows of the database; none where no database is asked
     * @throws RevisionException if an end stands for nothing or depends on a choice
     */
    public static RevisionRange upward(RevisionGraph graph, Set<String> current, String range) {
        return of(graph, current, range, "base", "heads");
    }

    /**
     * The range to go down: {@code A:} ends at base, {@code :B} and {@code B} begin at all heads.
     *
     * @param current the version rows of the database; none where no database is asked
     * @throws RevisionException if an end stands for nothing or depends on a choice
     */
    public static RevisionRange downward(RevisionGraph graph, Set<String> current, String range) {
        return of(graph, current, range, "heads", "base");
    }

    private static RevisionRange of(RevisionGraph graph, Set<String> current, String range, String first, String last) {
        int colon = range.indexOf(':');
        if (colon != range.lastIndexOf(':')) {
            throw new RevisionException(
                    "'" + range + "' is not a range: there is one colon in it, with a revision on either side.");
        }
        String from = colon <= 0 ? first : range.substring(0, colon);
        String to = colon == range.length() - 1 ? last : range.substring(colon + 1);
        if (counts(from)) {
            Target end = new References(graph, current).target(to);
            return new RevisionRange(range, new References(graph, end.revisions()).target(from), end);
        }
        Target begin = new References(graph, current).target(from);
        Set<String> here = counts(to) ? begin.revisions() : current;
        return new RevisionRange(range, begin, new References(graph, here).target(to));
    }

    static boolean counts(String reference) {
        return reference.startsWith("+") || reference.startsWith("-");
    }

    /**
     * The revisions of an upward range, parents first: what its end stands on and its beginning does not, and the
     * beginning itself.
     *
     * @throws RevisionException if the end does not stand on the beginning
     */
    public List<RevisionInfo> revisions(RevisionGraph graph) {
        Set<String> within = graph.applied(to.revisions());
        if (!within.containsAll(from.revisions())) {
            boolean down = graph.applied(from.revisions()).containsAll(to.revisions());
            throw new RevisionException("The range '" + range + "' holds nothing: " + to.reference()
                    + (down ? " comes before " : " does not stand on ") + from.reference()
                    + (down ? ". Write it the other way round." : ". They are on different branches."));
        }
        Set<String> below = new HashSet<>(graph.applied(from.revisions()));
        below.removeAll(from.revisions());
        within.removeAll(below);
        return graph.inOrder(within);
    }
}
