package dev.autogen.migration;

import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.HistoryEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What follows from everything that was run on a database. */
record Ledger(List<HistoryEntry> entries) {

    /** Whether all revisions of a graph are applied, themselves or the ranges that they replace. */
    boolean coversAll(RevisionGraph graph) {
        Set<String> applied = applied(graph);
        return graph.revisions().stream()
                .allMatch(revision -> applied.contains(revision.id()) || endsWithin(revision.replaces(), applied));
    }

    private static boolean endsWithin(List<String> range, Set<String> applied) {
        return !range.isEmpty() && applied.contains(range.get(range.size() - 1));
    }

    /** The revisions that are applied, whether the graph knows them or not; after a stamp, those that the graph knows. */
    private Set<String> applied(RevisionGraph graph) {
        Set<String> applied = new HashSet<>();
        for (HistoryEntry entry : entries) {
            switch (entry.action()) {
                case UPGRADE -> applied.add(entry.revision());
                case DOWNGRADE -> applied.remove(entry.revision());
                case ACCEPT -> {}
                case STAMP -> {
                    applied.clear();
                    graph.ancestors(List.of(entry.revision().split(","))).stream()
                            .map(RevisionInfo::id)
                            .forEach(applied::add);
                }
            }
        }
        return applied;
    }
}
