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
    /** Null where there is a question instead. */
    private final String sql;
    /** Null where there is an expression. */
    private final Todo todo;

    private BatchCreation batches;

    private Backfill(Recording recording, String call, QualifiedName table, String column, String sql, Todo todo) {
        this.recording = recording;
        this.call = call;
        this.table = table;
        this.column = Names.name(call, "column", column);
        this.sql = sql;
        this.todo = todo;
    }

    Backfill(Recording recording, String call, QualifiedName table, String column, String sql) {
        this(recording, call, table, column, Names.text(call, "expression", sql), null);
    }

    Backfill(Recording recording, String call, QualifiedName table, String column, Todo todo) {
        this(recording, call, table, column, null, todo);
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
                .where(isNull(column))
                .untilNoneLeft();
        if (todo == null) {
            batches.set(column, sql);
        }
        return batches;
    }

    Step step() {
        if (todo != null) {
            return new Step.Unfilled(table, column, todo.question(), batches == null ? List.of() : batches.key());
        }
        return batches == null ? update(table, column, sql) : batches.step();
    }

    /** {@code UPDATE}, of all rows at once. */
    static Step update(QualifiedName table, String column, String sql) {
        String schema = table.schema() == null ? "" : Identifiers.quote(table.schema()) + ".";
        String update = "UPDATE " + schema + Identifiers.quote(table.name()) + " SET " + Identifiers.quote(column)
                + " = " + sql + "\nWHERE " + isNull(column);
        return new Step.Run(new ExecuteSql(update, List.of()));
    }

    static String isNull(String column) {
        return Identifiers.quote(column) + " IS NULL";
    }
}
