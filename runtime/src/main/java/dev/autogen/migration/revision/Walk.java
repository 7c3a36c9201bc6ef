package dev.autogen.migration.revision;

import static java.util.stream.Collectors.toCollection;

import java.util.Set;
import java.util.TreeSet;

/**
 * Steps from revision to revision, as {@code +N} and {@code -N} ask for.
 *
 * @param graph the revisions
 * @param branch the revision on whose line the steps stay; null for any
 * @param reference what asks for them, for messages
 */
record Walk(RevisionGraph graph, String branch, String reference) {

    /** The revision so many steps above; with several to start from, the one that alone comes next. */
    Set<String> up(Set<String> start, int steps) {
        Set<String> at = start;
        for (int step = 0; step < steps; step++) {
            Set<String> next = above(at);
            if (next.isEmpty()) {
                throw tooFar(step, "after");
            }
            requireOne(next);
            at = next;
        }
        return at;
    }

    /** The revisions so many steps below: none for base, several where the last step undoes a merge. */
    Set<String> down(Set<String> start, int steps) {
        Set<String> at = start;
        for (int step = 0; step < steps; step++) {
            if (at.isEmpty()) {
                throw tooFar(step, "before");
            }
            requireOne(at);
            at = onBranch(graph.find(at.iterator().next()).orElseThrow().parents().stream()
                    .collect(toCollection(TreeSet::new)));
        }
        return at;
    }

    private Set<String> above(Set<String> at) {
        if (at.isEmpty()) {
            return onBranch(graph.roots().stream().map(RevisionInfo::id).collect(toCollection(TreeSet::new)));
        }
        Set<String> passed = graph.applied(at);
        return onBranch(at.stream()
                .flatMap(id -> graph.children(id).stream())
                .map(RevisionInfo::id)
                .filter(id -> !passed.contains(id))
                .collect(toCollection(TreeSet::new)));
    }

    private Set<String> onBranch(Set<String> revisions) {
        if (branch != null && !revisions.isEmpty()) {
            revisions.retainAll(graph.line(branch));
        }
        return revisions;
    }

    private void requireOne(Set<String> revisions) {
        if (revisions.size() > 1) {
            String sign = reference.substring(Math.max(reference.lastIndexOf('+'), reference.lastIndexOf('-')));
            throw new RevisionException("'" + reference + "' depends on a choice between "
                    + String.join(", ", revisions) + ". Name the revision you mean, or its branch: LABEL@" + sign
                    + ".");
        }
    }

    private RevisionException tooFar(int steps, String side) {
        String there = switch (steps) {
            case 0 -> "is no revision";
            case 1 -> "is only 1 revision";
            default -> "are only " + steps + " revisions";
        };
        return new RevisionException("'" + reference + "' is too far: there " + there + " " + side + " that point.");
    }
}
