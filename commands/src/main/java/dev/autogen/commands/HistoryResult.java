package dev.autogen.commands;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.autogen.commands.RevisionEntry.Mark;
import dev.autogen.commands.history.MigrationFile;
import dev.autogen.commands.history.MigrationFolder;
import dev.autogen.migration.revision.References;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.revision.RevisionRange;
import dev.autogen.migration.run.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The history of a project, and where a database is in it.
 *
 * @param graph all revisions
 * @param folder the files that hold them
 * @param status where the database is; empty when it was not asked for
 */
public record HistoryResult(RevisionGraph graph, MigrationFolder folder, Optional<Status> status) {

    /** How these revisions are shown, in the same order. */
    public List<RevisionEntry> entries(List<RevisionInfo> revisions) {
        Map<String, Path> files = folder.files().stream()
                .collect(toMap(file -> file.info().id(), MigrationFile::path, (one, other) -> one));
        Set<String> applied = graph.applied(current());
        Set<String> tips = graph.tips(applied);
        Set<String> heads = graph.heads().stream().map(RevisionInfo::id).collect(toSet());
        return revisions.stream()
                .map(revision -> new RevisionEntry(
                        revision,
                        files.get(revision.id()),
                        List.copyOf(graph.labelsOf(revision)),
                        marks(revision, heads, tips),
                        tips.contains(revision.id())
                                ? graph.dependents(revision.id()).stream()
                                        .filter(applied::contains)
                                        .toList()
                                : List.of()))
                .toList();
    }

    private Set<Mark> marks(RevisionInfo revision, Set<String> heads, Set<String> tips) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (heads.contains(revision.id())) {
            marks.add(Mark.HEAD);
        }
        if (revision.isMerge()) {
            marks.add(Mark.MERGE);
        }
        if (graph.isBranchPoint(revision.id())) {
            marks.add(Mark.BRANCH_POINT);
        }
        if (revision.baseline()) {
            marks.add(Mark.BASELINE);
        }
        if (tips.contains(revision.id())) {
            marks.add(Mark.CURRENT);
        }
        return marks;
    }

    /**
     * The one revision that a reference stands for.
     *
     * @throws RevisionException if it stands for none, or for several
     */
    public RevisionInfo one(String reference) {
        return new References(graph, current())
                .one(reference)
                .orElseThrow(
                        () -> new RevisionException("'" + reference + "' is before every revision, so no file holds"
                                + " it. `autogen history` lists the identifiers."));
    }

    /** The whole history, newest first. */
    public List<RevisionEntry> all() {
        return newestFirst(graph.revisions());
    }

    /**
     * The history from one revision to another, both with it, newest first.
     *
     * @param range {@code A:B}, {@code A:}, {@code :B}
     * @throws RevisionException if an end stands for nothing, or the second does not stand on the first
     */
    public List<RevisionEntry> range(String range) {
        return newestFirst(RevisionRange.upward(graph, current(), range).revisions(graph));
    }

    private List<RevisionEntry> newestFirst(List<RevisionInfo> revisions) {
        List<RevisionInfo> newestFirst = new ArrayList<>(revisions);
        Collections.reverse(newestFirst);
        return entries(newestFirst);
    }

    /** The heads. */
    public List<RevisionEntry> heads() {
        return entries(graph.heads());
    }

    /** The revisions behind which branches begin; none also where several revisions begin histories of their own. */
    public List<RevisionEntry> branchPoints() {
        return entries(graph.revisions().stream()
                .filter(revision -> graph.isBranchPoint(revision.id()))
                .toList());
    }

    /**
     * The revisions that references stand for, each once.
     *
     * @throws RevisionException if one stands for none
     */
    public List<RevisionEntry> named(List<String> references) {
        Set<RevisionInfo> found = new LinkedHashSet<>();
        for (String reference : references) {
            Set<String> ids = new References(graph, current()).resolve(reference);
            graph.requireKnown(ids);
            if (ids.isEmpty()) {
                throw new RevisionException("'" + reference + "' is before every revision, so there is nothing to show."
                        + " `autogen history` lists the identifiers.");
            }
            ids.forEach(id -> found.add(graph.find(id).orElseThrow()));
        }
        return entries(List.copyOf(found));
    }

    /**
     * The revisions at which the database is; none when it was not asked for.
     *
     * @throws RevisionException if it is in the middle of a range that another revision replaces
     */
    public Set<String> current() {
        return status.map(Status::current).map(graph::recognised).orElse(Set.of());
    }

    /** Whether the database has applied a revision; it has not where it was not asked. */
    public boolean isApplied(RevisionInfo revision) {
        return graph.ancestors(current()).contains(revision);
    }

    /** Whether the database has applied every revision, and none that is unknown. */
    public boolean isAtHeads() {
        return graph.isAtHeads(current());
    }

    /** The revisions that the database has not applied yet, in the order in which they would run. */
    public List<RevisionInfo> pending() {
        Set<String> applied = graph.applied(current());
        return graph.revisions().stream()
                .filter(revision -> !applied.contains(revision.id()))
                .toList();
    }
}
