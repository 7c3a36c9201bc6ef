package dev.autogen.migration;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.time.Duration;
import java.util.List;

/**
 * A change of many rows in bounded batches along a key, see {@link DataOperations#batch}.
 * {@link dev.autogen.migration.run.BatchSql} has its SQL.
 *
 * @param table the table along whose rows it goes
 * @param key columns by which the rows are ordered, without nulls
 * @param where which rows, as SQL; null for all
 * @param assignments what becomes of the columns; empty where there is a statement
 * @param statement the statement that changes the rows of {@code batch}; null where there are assignments
 * @param size how many rows a batch has
 * @param pause how long to rest after each batch
 * @param untilNoneLeft whether to begin anew at the end for as long as rows are as {@code where} says
 */
public record BatchedChange(
        QualifiedName table,
        List<String> key,
        String where,
        List<Assignment> assignments,
        String statement,
        int size,
        Duration pause,
        boolean untilNoneLeft) {

    public BatchedChange {
        requireNonNull(table, "table is null");
        requireNonNull(pause, "pause is null");
        key = List.copyOf(key);
        assignments = List.copyOf(assignments);
        if (assignments.isEmpty() == (statement == null)) {
            throw new IllegalArgumentException("either assignments or a statement");
        }
    }

    /**
     * {@code column = sql}.
     *
     * @param column the column
     * @param sql what it becomes, as SQL
     */
    public record Assignment(String column, String sql) {
        public Assignment {
            requireNonNull(column, "column is null");
            requireNonNull(sql, "sql is null");
        }
    }
}
