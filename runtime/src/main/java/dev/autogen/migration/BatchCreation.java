package dev.autogen.migration;

import static dev.autogen.migration.Names.given;
import static dev.autogen.migration.Names.name;
import static dev.autogen.migration.Names.text;
import static java.util.Locale.ROOT;

import dev.autogen.migration.BatchedChange.Assignment;
import dev.autogen.schema.QualifiedName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says which rows {@link DataOperations#batch} changes, and how. */
public final class BatchCreation {
    static final int SIZE = 1000;

    private final Recording recording;
    private final String call;
    private final QualifiedName table;
    private final List<String> key;
    private final List<Assignment> assignments = new ArrayList<>();
    private String where;
    private String statement;
    private int size = SIZE;
    private Duration pause = Duration.ZERO;
    private boolean untilNoneLeft;

    BatchCreation(Recording recording, String call, QualifiedName table, String... key) {
        this.recording = recording;
        this.call = call;
        this.table = table;
        this.key = Names.names(call, "column of the key", key);
    }

    /** Only the rows of which this is true, an expression over the table's columns. */
    public BatchCreation where(String sql) {
        String here = at(".where");
        if (where != null) {
            throw new InvalidMigrationException(here + ": is there twice; join the conditions with AND");
        }
        where = text(here, "condition", sql);
        return this;
    }

    /**
     * {@code SET column = sql}; may be called for several columns.
     *
     * @param sql an expression over the table's columns
     */
    public BatchCreation set(String column, String sql) {
        String here = at(".set");
        requireOneForm(here, statement != null);
        assignments.add(new Assignment(name(here, "column", column), text(here, "expression", sql)));
        return this;
    }

    /**
     * A statement of your own instead of {@link #set}. The rows of a batch are in {@code batch}, which has the columns of
     * the key: {@code op.batch("orders", "id").execute("UPDATE orders SET total = ... FROM batch WHERE orders.id =
     * batch.id")}. They are locked, {@code FOR NO KEY UPDATE}. As {@code WITH batch AS (...)} is put before it, the
     * statement cannot begin with a {@code WITH} itself.
     */
    public BatchCreation execute(String sql) {
        String here = at(".execute");
        requireOneForm(here, statement != null || !assignments.isEmpty());
        statement = text(here, "SQL", sql);
        if (statement.strip().toUpperCase(ROOT).matches("(?s)WITH\\b.*")) {
            throw new InvalidMigrationException(
                    here + ": begins with WITH, before which the batch cannot be put; write a subquery instead");
        }
        return this;
    }

    /** At most this many rows in a batch instead of 1000. */
    public BatchCreation size(int rows) {
        String here = at(".size");
        if (rows < 1) {
            throw new InvalidMigrationException(here + ": " + rows + " rows are no batch");
        }
        size = rows;
        return this;
    }

    /** Rests after each batch, to leave the server to others. */
    public BatchCreation pause(Duration rest) {
        String here = at(".pause");
        if (given(here, "pause", rest).isNegative()) {
            throw new InvalidMigrationException(here + ": is negative");
        }
        pause = rest;
        return this;
    }

    /**
     * Begins anew at the end as long as there are rows of which {@link #where} is true, so that those are done, too, which
     * came meanwhile with a key that had been passed. Fails where a batch leaves all its rows as they were, since it would
     * never end.
     */
    public BatchCreation untilNoneLeft() {
        at(".untilNoneLeft");
        untilNoneLeft = true;
        return this;
    }

    List<String> key() {
        return key;
    }

    Step step() {
        if (assignments.isEmpty() && statement == null) {
            throw new InvalidMigrationException(
                    call + ": does not say what becomes of the rows; add .set(column, sql)");
        }
        if (untilNoneLeft && where == null) {
            throw new InvalidMigrationException(
                    call + ".untilNoneLeft: needs .where(...), which is true of what is left to do");
        }
        return new Step.Batch(new BatchedChange(table, key, where, assignments, statement, size, pause, untilNoneLeft));
    }

    private String at(String method) {
        recording.checkOpen(call + method);
        return call + method;
    }

    private static void requireOneForm(String here, boolean other) {
        if (other) {
            throw new InvalidMigrationException(here + ": either .set for columns, or .execute, once");
        }
    }
}
