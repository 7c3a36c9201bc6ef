package dev.autogen.migration.run;

import dev.autogen.migration.revision.RevisionGraph;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a database is.
 *
 * @param current the applied revisions that no other applied one stands on; empty when nothing is applied
 * @param partial revisions that an interrupted run left half done
 * @param history everything that was run, oldest first
 */
public record Status(Set<String> current, Set<String> partial, List<HistoryEntry> history) {

    public Status {
        current = Set.copyOf(current);
        partial = Set.copyOf(partial);
        history = List.copyOf(history);
    }

    /**
     * The revisions that were applied here, and that no migration of a graph is or replaces; a stamp forgets them. Empty
     * where nothing ever ran.
     */
    public Set<String> missing(RevisionGraph graph) {
        return new AppliedMigrations(graph, Map.of(), history).missing();
    }
}
