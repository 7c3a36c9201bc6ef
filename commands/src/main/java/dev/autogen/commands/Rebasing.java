package dev.autogen.commands;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.autogen.commands.proof.Proof;
import dev.autogen.migration.revision.References;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code rebase}: a branch that nobody has applied is put on top of another head, so that the history is a line again. */
final class Rebasing {
    private static final String CURE =
            "Correct the one that is to come second, as if the other had been there when it was"
                    + " written, or move it as it is with --no-proof and correct it afterwards.";

    private final Workspace workspace;

    Rebasing(Workspace workspace) {
        this.workspace = workspace;
    }

    RebaseResult rebase(RebaseRequest request) throws SQLException {
        try (ProjectLock lock = ProjectLock.acquire(workspace)) {
            return rebase(request, new Looking(workspace).historyAndStatusIfAny());
        }
    }

    private RebaseResult rebase(RebaseRequest request, HistoryResult history) {
        RevisionGraph graph = history.graph();
        if (graph.heads().size() < 2) {
            throw new RevisionException("There is nothing to rebase: "
                    + (graph.heads().isEmpty()
                            ? "there are no migrations"
                            : "the history has the one head "
                                    + graph.heads().get(0).id())
                    + ". It is for a history in which two heads stand beside each other.");
        }
        Set<String> applied = ids(graph.ancestors(history.current()));
        RevisionInfo own = own(request, history, applied);
        RevisionInfo onto = onto(request, graph, own);
        List<RevisionInfo> branch = new ArrayList<>(graph.ancestors(List.of(own.id())));
        Set<String> below = ids(graph.ancestors(List.of(onto.id())));
        branch.removeIf(revision -> below.contains(revision.id()));
        requireUnapplied(branch, applied, own, onto);
        requireLine(branch, own, onto);
        Proof proof = new Commuting(workspace).require(history.folder(), graph, List.of(onto.id(), own.id()), CURE);
        return new RebaseResult(
                onto, new BranchMove(workspace, history.folder()).move(branch, onto), proof, Optional.empty());
    }

    /** The head of the branch that moves. */
    private static RevisionInfo own(RebaseRequest request, HistoryResult history, Set<String> applied) {
        RevisionGraph graph = history.graph();
        if (request.revision() != null) {
            RevisionInfo named = history.one(request.revision());
            List<RevisionInfo> heads = headsAbove(graph, named.id());
            if (heads.size() > 1) {
                throw new RevisionException("Revision " + named.id() + " is below " + join(heads)
                        + ", so it does not say which of them is to move. Name a revision of one branch alone.");
            }
            return heads.get(0);
        }
        List<RevisionInfo> candidates = graph.heads().stream()
                .filter(head -> request.onto() == null || !head.equals(history.one(request.onto())))
                .toList();
        List<RevisionInfo> movable = candidates.stream()
                .filter(head -> isUntouched(graph, head, applied))
                .toList();
        if (movable.isEmpty()) {
            throw new RevisionException("There is nothing to rebase: of each of the branches " + join(candidates)
                    + " the database has applied something, and what is applied keeps its place. Join them with"
                    + " `autogen merge heads`.");
        }
        if (movable.size() > 1) {
            throw new RevisionException((history.status().isEmpty()
                            ? "There is no database that could tell which branch is applied, so say which is to move: "
                            : "The database has applied none of the branches, so say which is to move: ")
                    + movable.stream()
                            .map(head -> "`autogen rebase " + head.id() + "` (" + head.message() + ")")
                            .collect(joining(" or "))
                    + ".");
        }
        return movable.get(0);
    }

    /** Whether nothing is applied of what this head alone stands on. */
    private static boolean isUntouched(RevisionGraph graph, RevisionInfo head, Set<String> applied) {
        Set<String> others = ids(graph.ancestors(graph.heads().stream()
                .filter(other -> !other.equals(head))
                .map(RevisionInfo::id)
                .toList()));
        return graph.ancestors(List.of(head.id())).stream()
                .filter(revision -> !others.contains(revision.id()))
                .noneMatch(revision -> applied.contains(revision.id()));
    }

    private static RevisionInfo onto(RebaseRequest request, RevisionGraph graph, RevisionInfo own) {
        if (request.onto() != null) {
            RevisionInfo named = new References(graph, Set.of())
                    .one(request.onto())
                    .orElseThrow(() -> new RevisionException("--onto base would begin a second history. Name the head"
                            + " that the branch is to stand on."));
            if (named.equals(own) || !graph.heads().contains(named)) {
                throw new RevisionException("Revision " + named.id() + " is not a head that " + own.id()
                        + " could be put on: the heads are " + join(graph.heads()) + ".");
            }
            return named;
        }
        List<RevisionInfo> others =
                graph.heads().stream().filter(head -> !head.equals(own)).toList();
        if (others.size() > 1) {
            throw new RevisionException("There are several heads that " + own.id() + " could be put on: " + join(others)
                    + ". Name one with --onto.");
        }
        return others.get(0);
    }

    private static List<RevisionInfo> headsAbove(RevisionGraph graph, String revision) {
        Set<String> above = ids(graph.descendants(List.of(revision)));
        return graph.heads().stream().filter(head -> above.contains(head.id())).toList();
    }

    private static void requireUnapplied(
            List<RevisionInfo> branch, Set<String> applied, RevisionInfo own, RevisionInfo onto) {
        for (RevisionInfo revision : branch) {
            if (applied.contains(revision.id())) {
                throw new RevisionException("Revision " + revision.id() + " (" + revision.message()
                        + ") is applied in the database, so its place in the history is settled. Join the branches with"
                        + " `autogen merge " + own.id() + " " + onto.id() + "`, or, where that database is yours"
                        + " alone, take it down first: `autogen downgrade "
                        + (branch.get(0).parents().isEmpty()
                                ? "base"
                                : branch.get(0).parents().get(0))
                        + "`.");
            }
        }
    }

    private static void requireLine(List<RevisionInfo> branch, RevisionInfo own, RevisionInfo onto) {
        for (int i = 0; i < branch.size(); i++) {
            List<String> parents = branch.get(i).parents();
            boolean continues = i == 0
                    ? parents.size() < 2
                    : parents.equals(List.of(branch.get(i - 1).id()));
            if (!continues) {
                throw new RevisionException("The branch of " + own.id() + " is not a line: "
                        + branch.get(i).id() + " stands on " + String.join(", ", parents)
                        + ". Join it as it is with `autogen merge " + own.id() + " " + onto.id() + "`.");
            }
        }
    }

    private static Set<String> ids(Collection<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).collect(toCollection(LinkedHashSet::new));
    }

    private static String join(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).collect(joining(", "));
    }
}
