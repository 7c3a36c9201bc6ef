package dev.autogen.migration;

import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.ExecuteSql;
import java.util.List;

/** Fills a column, see {@link DataOperations#backfill}. */
public final class Backfill {
    private final Recording recording;
    private final String call;
    private final QualifiedName table;
    private final String column;
    private final String sql;
    private BatchCreation batches;

    Backfill(Recording recording, String call, QualifiedName table, String column, String sql) {
        this.recording = recording;
        this.call = call;
        this.table = table;
        this.column = Names.name(call, "column", column);
        this.sql = Names.text(call, "expression", sql);
    }

    /**
     * In {@link DataOperations#batch batches} that are committed one by one, until no row is left in which the column is
     * null: {@code op.backfill("orders", "currency", "'EUR'").inBatches("id").size(5000)}.
     *
     * @param key columns that order the rows and are never null: the primary key, or others that have an index
     */
    public BatchCreation inBatches(String... key) {
        String here = call + ".inBatches";
        recording.checkTransactional(here);
        if (batches != null) {
            throw new InvalidMigrationException(here + ": is there twice");
        }
        batches = new BatchCreation(recording, here, table, key)
                .where(isNull())
                .set(column, sql)
                .untilNoneLeft();
        return batches;
    }

    Step step() {
        return batches == null ? new Step.Run(new ExecuteSql(update(), List.of())) : batches.step();
    }

    private String update() {
        String schema = table.schema() == null ? "" : Identifiers.quote(table.schema()) + ".";
        return "UPDATE " + schema + Identifiers.quote(table.name()) + " SET " + Identifiers.quote(column) + " = " + sql
                + "\nWHERE " + isNull();
    }

    private String isNull() {
        return Identifiers.quote(column) + " IS NULL";
    }
}
