package dev.autogen.migration.revision;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which revisions are to be run, in order, and at which revisions the database is after each.
 *
 * @param steps the revisions, each with the heads after it
 * @param direction up or down
 */
public record Plan(List<Step> steps, Direction direction) {

    /**
     * One revision to run.
     *
     * @param revision the revision
     * @param before where the database is before
     * @param after where the database is afterwards: the applied revisions that no other applied one stands on
     */
    public record Step(RevisionInfo revision, Set<String> before, Set<String> after) {}

    public Plan {
        steps = List.copyOf(steps);
    }

    /**
     * What brings the database up to the given revisions.
     *
     * @throws RevisionException if it is past them, so that the way leads down
     */
    public static Plan upgrade(RevisionGraph graph, Set<String> current, Set<String> targets) {
        graph.requireKnown(current);
        Set<String> applied = ids(graph.ancestors(current));
        List<Step> steps = new ArrayList<>();
        Set<String> heads = current;
        for (RevisionInfo revision : graph.ancestors(targets)) {
            if (!applied.contains(revision.id())) {
                Set<String> after = new TreeSet<>(heads);
                after.removeAll(revision.standsOn());
                after.add(revision.id());
                steps.add(new Step(revision, heads, Collections.unmodifiableSet(after)));
                heads = after;
            }
        }
        if (steps.isEmpty() && !targets.isEmpty() && !current.containsAll(targets)) {
            throw new RevisionException("The database is at " + join(current) + ", which is past " + join(targets)
                    + ", so there is nothing to upgrade. The way back is `autogen downgrade " + join(targets) + "`.");
        }
        return new Plan(steps, Direction.UPGRADE);
    }

    /**
     * What brings the database down to the given revisions; none means all the way.
     *
     * @throws RevisionException if they are not applied, so that the way leads up
     */
    public static Plan downgrade(RevisionGraph graph, Set<String> current, Set<String> targets) {
        graph.requireKnown(current);
        Set<String> applied = ids(graph.ancestors(current));
        if (!applied.containsAll(targets)) {
            throw new RevisionException("The database is at " + join(current) + ", where " + join(targets)
                    + " is not applied, so there is nothing to downgrade. The way up is `autogen upgrade "
                    + join(targets) + "`.");
        }
        Set<String> kept = ids(graph.ancestors(targets));
        List<RevisionInfo> above = new ArrayList<>(targets.isEmpty() ? graph.revisions() : graph.descendants(targets));
        above.removeIf(revision -> kept.contains(revision.id()) || !applied.contains(revision.id()));
        Collections.reverse(above);
        List<Step> steps = new ArrayList<>();
        Set<String> remaining = new HashSet<>(applied);
        Set<String> heads = current;
        for (RevisionInfo revision : above) {
            remaining.remove(revision.id());
            Set<String> after = new TreeSet<>(heads);
            after.remove(revision.id());
            for (String below : revision.standsOn()) {
                if (graph.dependents(below).stream().noneMatch(remaining::contains)) {
                    after.add(below);
                }
            }
            steps.add(new Step(revision, heads, Collections.unmodifiableSet(after)));
            heads = after;
        }
        return new Plan(steps, Direction.DOWNGRADE);
    }

    private static Set<String> ids(Collection<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).collect(toSet());
    }

    private static String join(Set<String> ids) {
        return ids.isEmpty() ? "base" : new TreeSet<>(ids).stream().collect(joining(", "));
    }
}
