package dev.autogen.commands.proof;

import dev.autogen.commands.proof.rows.OpenBackfills;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The migrations of a history, and what each of them asks for, recorded once. */
final class RecordedHistory {
    private final List<RevisionInfo> order;
    private final Map<String, LoadedMigration> migrations;
    private final Map<Integer, RecordedMigration> recorded = new HashMap<>();

    /**
     * @param order the migrations in the order in which they are applied
     * @param migrations the project's migrations by id
     */
    RecordedHistory(List<RevisionInfo> order, Map<String, LoadedMigration> migrations) {
        this.order = List.copyOf(order);
        this.migrations = Map.copyOf(migrations);
    }

    /**
     * What a migration asks for.
     *
     * @throws RuntimeException of any kind, if it cannot say that
     */
    RecordedMigration of(int index) {
        return recorded.computeIfAbsent(
                index, any -> RecordedMigration.of(loaded(index).migration()));
    }

    boolean isReversible(int index) {
        try {
            return of(index).reversible();
        } catch (RuntimeException saidWhenItIsRun) {
            return true;
        }
    }

    private LoadedMigration loaded(int index) {
        return migrations.get(order.get(index).id());
    }

    Map<String, LoadedMigration> migrations() {
        return migrations;
    }

    /**
     * The same migrations with backfills made up that are still to be written.
     *
     * @param first the number of the first migration that is run on rows
     * @param changes what each migration from there on changes, as far as it is known
     * @param start what is there before the first
     */
    Map<String, LoadedMigration> filled(int first, Map<Integer, Landscape.Step> changes, KnownSchema start) {
        Map<String, LoadedMigration> filled = new HashMap<>(migrations);
        KnownSchema schema = start.copy();
        for (int i = first; changes.containsKey(i); i++) {
            List<QualifiedName> tables = OpenBackfills.tables(of(i));
            if (!tables.isEmpty()) {
                Catalog back = schema.around(tables);
                Catalog there = schema.around(tables, changes.get(i));
                filled.put(order.get(i).id(), OpenBackfills.filled(loaded(i), there, back));
            }
            schema.follow(changes.get(i));
        }
        return filled;
    }
}
