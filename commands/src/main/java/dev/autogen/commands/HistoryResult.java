package dev.autogen.commands;

import dev.autogen.commands.history.MigrationFolder;
import dev.autogen.migration.revision.References;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.Status;
import java.nio.file.Path;
import java.util.List;
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

    /** The file of a revision. */
    public Path file(RevisionInfo revision) {
        return folder.find(revision).orElseThrow().path();
    }

    /**
     * The one revision that a reference stands for.
     *
     * @throws RevisionException if it stands for none, or for several
     */
    public RevisionInfo one(String reference) {
        return new References(graph, current())
                .one(reference)
                .orElseThrow(() -> new RevisionException("'" + reference + "' is before every revision, so there is"
                        + " nothing to show. `autogen history` lists the identifiers."));
    }

    /**
     * The revisions at which the database is; none when it was not asked for.
     *
     * @throws RevisionException if it is in the middle of a range that another revision replaces
     */
    public Set<String> current() {
        return status.map(Status::current).map(graph::recognised).orElse(Set.of());
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
