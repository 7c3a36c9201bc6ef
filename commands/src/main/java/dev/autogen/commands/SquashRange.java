package dev.autogen.commands;

import static java.util.stream.Collectors.toCollection;

import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.revision.RevisionRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A line of revisions that one can stand in for.
 *
 * @param revisions the revisions, parents first, at least two
 */
record SquashRange(List<RevisionInfo> revisions) {

    SquashRange {
        revisions = List.copyOf(revisions);
    }

    /**
     * The range that a reference stands for.
     *
     * @throws RevisionException if it is not a line that can be replaced
     */
    static SquashRange of(HistoryResult history, String reference) {
        RevisionGraph graph = history.graph();
        if (!RevisionRange.isRange(reference)) {
            throw new RevisionException(
                    "'" + reference + "' is not a range. Write FIRST:LAST; base: or :head will do" + " for an end.");
        }
        SquashRange range = new SquashRange(
                RevisionRange.upward(graph, history.current(), reference).revisions(graph));
        if (range.revisions.size() < 2) {
            throw new RevisionException("There is nothing to squash: '" + reference + "' stands for "
                    + (range.revisions.isEmpty()
                            ? "no revision."
                            : "the one revision " + range.first().id() + "."));
        }
        range.requireLine();
        range.requireNothingWithin(graph);
        range.requireNotHalfApplied(history);
        return range;
    }

    RevisionInfo first() {
        return revisions.get(0);
    }

    RevisionInfo last() {
        return revisions.get(revisions.size() - 1);
    }

    /** The revision below the range, {@code base} where there is none. */
    String below() {
        return first().isRoot() ? "base" : first().parents().get(0);
    }

    Set<String> ids() {
        return revisions.stream().map(RevisionInfo::id).collect(toCollection(LinkedHashSet::new));
    }

    /** All that the one revision replaces: the range, and what its revisions replaced in their time. */
    List<String> replaced() {
        return revisions.stream()
                .flatMap(revision -> Stream.concat(revision.replaces().stream(), Stream.of(revision.id())))
                .toList();
    }

    List<String> labels() {
        return revisions.stream()
                .flatMap(revision -> revision.labels().stream())
                .distinct()
                .toList();
    }

    /** What has to be applied first and is not in the range itself. */
    List<String> dependsOn() {
        Set<String> own = ids();
        return revisions.stream()
                .flatMap(revision -> revision.dependsOn().stream())
                .filter(id -> !own.contains(id))
                .distinct()
                .toList();
    }

    private void requireLine() {
        for (int i = 0; i < revisions.size(); i++) {
            RevisionInfo revision = revisions.get(i);
            if (revision.isMerge()
                    || (i > 0
                            && !revision.parents()
                                    .equals(List.of(revisions.get(i - 1).id())))) {
                throw new RevisionException("The range is not a line: " + revision.id() + " (" + revision.source()
                        + ") stands on " + String.join(", ", revision.parents())
                        + ". Squash the line before or behind it.");
            }
            if (revision.baseline()) {
                throw new RevisionException("Revision " + revision.id() + " (" + revision.source()
                        + ") is the baseline: it describes what was there before autogen, which the other migrations"
                        + " do not. Begin the range with the revision behind it.");
            }
        }
    }

    private void requireNothingWithin(RevisionGraph graph) {
        for (int i = 0; i + 1 < revisions.size(); i++) {
            List<String> others =
                    new ArrayList<>(graph.dependents(revisions.get(i).id()));
            others.removeAll(ids());
            if (!others.isEmpty()) {
                throw new RevisionException("Revision " + others.get(0) + " stands on "
                        + revisions.get(i).id() + ", in the middle of the range, which would not be there any more. End"
                        + " the range at " + revisions.get(i).id() + ", or begin it behind; `autogen rebase` moves a"
                        + " branch that is not applied.");
            }
        }
    }

    private void requireNotHalfApplied(HistoryResult history) {
        long applied = revisions.stream().filter(history::isApplied).count();
        if (applied > 0 && applied < revisions.size()) {
            throw new RevisionException("The database is in the middle of the range: " + applied + " of its "
                    + revisions.size() + " migrations are applied, so it could run neither the rest nor the one that"
                    + " replaces them. Run `autogen upgrade " + last().id() + "` first, there and wherever else a"
                    + " database stands in the range.");
        }
    }
}
