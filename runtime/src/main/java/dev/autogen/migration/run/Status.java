package dev.autogen.migration.run;

import java.util.List;
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
}
