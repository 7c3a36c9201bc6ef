package dev.autogen.migration.revision;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which revisions are to be run, in order, and which version rows the database has after each.
 *
 * @param start the version rows before
 * @param steps the revisions, each with the rows around it
 * @param direction up or down
 */
public record Plan(Set<String> start, List<Step> steps, Direction direction) {

    /**
     * One revision to run.
     *
     * @param revision the revision
     * @param before the version rows before
     * @param after the version rows afterwards: the applied revisions that no other applied one stands on
     */
    public record Step(RevisionInfo revision, Set<String> before, Set<String> after) {}

    public Plan {
        start = Collections.unmodifiableSet(new TreeSet<>(start));
        steps = List.copyOf(steps);
    }

    /** The version rows when everything has run. */
    public Set<String> end() {
        return steps.isEmpty() ? start : steps.get(steps.size() - 1).after();
    }

    /**
     * What brings the database up to a revision.
     *
     * @param current the version rows
     * @param reference what {@link References} understands
     * @throws RevisionException if the reference stands for nothing or depends on a choice, if the database is past it,
     *     or if the database is at a revision that nobody knows
     */
    public static Plan upgrade(RevisionGraph graph, Set<String> current, String reference) {
        graph.requireKnown(current);
        return up(graph, current, new References(graph, current).target(reference), "The database is");
    }

    /**
     * What brings the database down to a revision, which stays; {@code base} is all the way. With a branch before it,
     * {@code LABEL@-1}, what other branches stand on stays as well. What depends on something that goes, goes with it.
     *
     * @param current the version rows
     * @param reference what {@link References} understands
     * @throws RevisionException if the reference stands for nothing or depends on a choice, if it is not applied, or if
     *     the database is at a revision that nobody knows
     */
    public static Plan downgrade(RevisionGraph graph, Set<String> current, String reference) {
        graph.requireKnown(current);
        return down(graph, current, new References(graph, current).target(reference), "The database is");
    }

    /**
     * What leads from the beginning of a range to its end, without a database: see {@link RevisionRange#upward} and
     * {@link RevisionRange#downward}.
     *
     * @throws RevisionException if an end stands for nothing or depends on a choice, or the way leads elsewhere
     */
    public static Plan ofRange(RevisionGraph graph, String range, Direction direction) {
        if (direction == Direction.UPGRADE) {
            RevisionRange upward = RevisionRange.upward(graph, Set.of(), range);
            Set<String> rows = graph.rows(graph.applied(upward.from().revisions()));
            return up(graph, rows, upward.to(), "The range '" + range + "' begins");
        }
        RevisionRange downward = RevisionRange.downward(graph, Set.of(), range);
        Set<String> rows = graph.rows(graph.applied(downward.from().revisions()));
        return down(graph, rows, downward.to(), "The range '" + range + "' begins");
    }

    /**
     * What leads to a revision from all that it stands on, without a database.
     *
     * @param id an identifier
     * @throws RevisionException if there is no such revision
     */
    public static Plan ofOne(RevisionGraph graph, String id) {
        Target target = new References(graph, Set.of()).target(id);
        RevisionInfo revision = graph.find(id).orElseThrow();
        return up(graph, graph.rows(graph.applied(revision.standsOn())), target, "The way begins");
    }

    /**
     * The version rows of a database that is said to be at the given places, without running anything. Rows of other
     * branches stay.
     *
     * @param current the version rows before
     * @throws RevisionException if a reference stands for nothing or depends on a choice, or one of several revisions
     *     stands on another
     */
    public static Set<String> stamped(RevisionGraph graph, Set<String> current, List<String> references) {
        graph.requireKnown(current);
        List<Target> targets =
                references.stream().map(new References(graph, current)::target).toList();
        Set<String> named =
                targets.stream().flatMap(target -> target.revisions().stream()).collect(toCollection(TreeSet::new));
        for (String id : named) {
            Set<String> above = graph.standingOn(Set.of(id));
            above.remove(id);
            above.retainAll(named);
            if (targets.size() > 1 && !above.isEmpty()) {
                throw new RevisionException("Revision " + above.iterator().next() + " stands on revision " + id
                        + ", so a database at the first has the second as well. Name only the first.");
            }
        }
        Set<String> applied = graph.applied(current);
        for (Target target : targets) {
            applied.removeAll(above(graph, applied, target));
        }
        applied.addAll(graph.applied(named));
        return graph.rows(applied);
    }

    private static Plan up(RevisionGraph graph, Set<String> current, Target target, String subject) {
        Set<String> applied = graph.applied(current);
        List<Step> steps = new ArrayList<>();
        Set<String> before = current;
        Set<String> rows = graph.rows(applied);
        for (RevisionInfo revision : graph.ancestors(target.revisions())) {
            if (!applied.contains(revision.id())) {
                Set<String> after = new TreeSet<>(rows);
                after.removeAll(revision.standsOn());
                after.add(revision.id());
                steps.add(new Step(revision, before, Collections.unmodifiableSet(after)));
                rows = after;
                before = after;
            }
        }
        boolean there =
                target.isBase() ? current.isEmpty() : graph.tips(applied).containsAll(target.revisions());
        if (steps.isEmpty() && !there && !graph.revisions().isEmpty()) {
            throw new RevisionException(subject + " at " + told(current) + ", which is past "
                    + told(target.revisions()) + ", so there is nothing to upgrade. The way back is `autogen downgrade "
                    + target.reference() + "`.");
        }
        return new Plan(current, steps, Direction.UPGRADE);
    }

    private static Plan down(RevisionGraph graph, Set<String> current, Target target, String subject) {
        Set<String> remaining = new HashSet<>(graph.applied(current));
        if (!remaining.containsAll(target.revisions())) {
            throw new RevisionException(subject + " at " + told(current) + ", where " + told(target.revisions())
                    + " is not applied, so there is nothing to downgrade. The way up is `autogen upgrade "
                    + target.reference() + "`.");
        }
        List<RevisionInfo> doomed = new ArrayList<>(graph.inOrder(above(graph, remaining, target)));
        Collections.reverse(doomed);
        List<Step> steps = new ArrayList<>();
        Set<String> before = current;
        Set<String> rows = graph.rows(remaining);
        for (RevisionInfo revision : doomed) {
            remaining.remove(revision.id());
            Set<String> after = new TreeSet<>(rows);
            after.remove(revision.id());
            for (String below : revision.standsOn()) {
                if (graph.dependents(below).stream().noneMatch(remaining::contains)) {
                    after.add(below);
                }
            }
            steps.add(new Step(revision, before, Collections.unmodifiableSet(after)));
            rows = after;
            before = after;
        }
        return new Plan(current, steps, Direction.DOWNGRADE);
    }

    /** Which of the applied revisions go so that the target is the end of its branch. */
    private static Set<String> above(RevisionGraph graph, Set<String> applied, Target target) {
        Set<String> kept = graph.applied(target.revisions());
        Set<String> first = children(graph, target);
        first.removeAll(kept);
        Set<String> doomed = graph.offspring(first);
        if (target.branch() != null) {
            Set<String> line = graph.line(target.branch());
            Set<String> others = new HashSet<>(applied);
            others.removeAll(line);
            doomed.retainAll(line);
            doomed.removeAll(graph.descent(others));
        }
        doomed.retainAll(applied);
        Set<String> withDependents = graph.standingOn(doomed);
        withDependents.retainAll(applied);
        return withDependents;
    }

    private static Set<String> children(RevisionGraph graph, Target target) {
        Collection<RevisionInfo> children = target.isBase()
                ? graph.roots()
                : target.revisions().stream()
                        .flatMap(id -> graph.children(id).stream())
                        .toList();
        return children.stream().map(RevisionInfo::id).collect(toCollection(TreeSet::new));
    }

    private static String told(Set<String> ids) {
        return ids.isEmpty() ? "base" : String.join(", ", new TreeSet<>(ids));
    }
}
