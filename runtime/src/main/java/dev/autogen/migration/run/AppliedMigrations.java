package dev.autogen.migration.run;

import dev.autogen.migration.InvalidMigrationException;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares what was run with what the migrations say now. */
final class AppliedMigrations {
    private final RevisionGraph graph;
    private final Map<String, LoadedMigration> migrations;
    private final Map<String, HistoryEntry> applied = new LinkedHashMap<>();

    /**
     * Those that the ledger names.
     *
     * @param migrations by revision
     */
    AppliedMigrations(RevisionGraph graph, Map<String, LoadedMigration> migrations, List<HistoryEntry> history) {
        this.graph = graph;
        this.migrations = migrations;
        for (HistoryEntry entry : history) {
            switch (entry.action()) {
                case UPGRADE -> applied.put(entry.revision(), entry);
                case DOWNGRADE -> applied.remove(entry.revision());
                case ACCEPT -> applied.computeIfPresent(entry.revision(), (revision, before) -> entry);
                // Whoever says where the database is has done with what is gone.
                case STAMP ->
                    applied.keySet().removeIf(revision -> graph.find(revision).isEmpty());
            }
        }
    }

    /** Those below the current revisions that were edited, in the order of the history. */
    List<EditedMigration> edited(Set<String> current) {
        List<EditedMigration> edited = new ArrayList<>();
        for (RevisionInfo revision : graph.ancestors(current)) {
            HistoryEntry entry = applied.get(revision.id());
            LoadedMigration migration = migrations.get(revision.id());
            if (entry != null && migration != null) {
                Set<Direction> directions = Checksum.edited(entry.checksum(), checksum(migration));
                if (!directions.isEmpty()) {
                    edited.add(new EditedMigration(revision, entry, directions));
                }
            }
        }
        return edited;
    }

    /** Those that were applied and that no migration is, and that none replaces. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>(applied.keySet());
        for (RevisionInfo revision : graph.revisions()) {
            missing.remove(revision.id());
            revision.replaces().forEach(missing::remove);
        }
        return missing;
    }

    /** What a migration says now; empty where it cannot say. */
    static String checksum(LoadedMigration migration) {
        try {
            return Checksum.of(RecordedMigration.of(migration.migration()));
        } catch (InvalidMigrationException e) {
            return "";
        }
    }
}
