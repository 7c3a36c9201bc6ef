package dev.autogen.commands.proof.rows;

import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Recorder;
import dev.autogen.migration.Step;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** The backfills of a migration that its author has not written yet. */
public final class OpenBackfills {
    private OpenBackfills() {}

    /** The columns, with their tables. */
    public static List<String> of(RecordedMigration migration) {
        return in(migration)
                .map(unfilled -> unfilled.table() + "." + unfilled.column())
                .toList();
    }

    /** The tables. */
    public static List<QualifiedName> tables(RecordedMigration migration) {
        return in(migration).map(Step.Unfilled::table).distinct().toList();
    }

    private static Stream<Step.Unfilled> in(RecordedMigration migration) {
        return migration.upgrade().stream()
                .filter(Step.Unfilled.class::isInstance)
                .map(Step.Unfilled.class::cast);
    }

    /**
     * The same migration with values made up for them.
     *
     * @param there what the upgrade leads to
     * @param back what the downgrade leads back to
     */
    public static LoadedMigration filled(LoadedMigration migration, Catalog there, Catalog back) {
        return new LoadedMigration(
                migration.info(), Recorder.filled(migration.migration(), new MadeUpBackfill(there, back)::expression));
    }
}
