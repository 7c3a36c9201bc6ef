package dev.autogen.migration.run;

import dev.autogen.migration.BatchedChange;
import dev.autogen.schema.ddl.SqlStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Changes one batch after another. The caller gives each its transaction, in which it also saves how far that came. */
final class BatchRun {
    private final Connection connection;
    private final BatchedChange change;
    private final BatchSql sql;
    private Place place = Place.BEGINNING;

    BatchRun(Connection connection, BatchedChange change, String defaultSchema) {
        this.connection = connection;
        this.change = change;
        this.sql = new BatchSql(change, defaultSchema);
    }

    /** What it is doing, or was doing when it failed. */
    Place place() {
        return place;
    }

    /** Changes the batch that follows, if there is one. */
    BatchProgress next(BatchProgress before) throws SQLException {
        List<String> after = before.lastKey();
        if (before.equals(BatchProgress.START)) {
            requireKeys();
        }
        Batch batch = find(after);
        if (batch.rows() == 0) {
            return new BatchProgress(List.of(), before.rows(), !change.untilNoneLeft() || after.isEmpty());
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(at(sql.change(after, batch.upTo())));
        }
        long rows = before.rows() + batch.rows();
        boolean last = batch.rows() < change.size();
        if (change.untilNoneLeft()) {
            requireFewer(after, batch);
            return new BatchProgress(last ? List.of() : batch.upTo(), rows, false);
        }
        return new BatchProgress(batch.upTo(), rows, last);
    }

    /** Nothing comes after null, so rows without a key would be left out. */
    private void requireKeys() throws SQLException {
        if (hasRow(sql.nullableKey()) && hasRow(sql.withoutKey())) {
            throw new SQLException("Rows are without a key: batches along " + String.join(", ", change.key())
                    + " would leave them out. Take the primary key, or a condition that leaves them out by itself.");
        }
    }

    private boolean hasRow(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(at(query))) {
            return rows.next();
        }
    }

    private Batch find(List<String> after) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(at(sql.next(after)))) {
            List<String> upTo = new ArrayList<>();
            if (!rows.next()) {
                return new Batch(upTo, 0);
            }
            int columns = change.key().size();
            for (int i = 1; i <= columns; i++) {
                upTo.add(rows.getString(i));
            }
            return new Batch(upTo, rows.getLong(columns + 1));
        }
    }

    /** Rows that come meanwhile may be left, but where none becomes less, there is no end. */
    private void requireFewer(List<String> after, Batch batch) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(at(sql.left(after, batch.upTo())))) {
            rows.next();
            if (rows.getLong(1) >= batch.rows()) {
                throw new SQLException("The batch up to " + String.join(", ", change.key()) + " = "
                        + String.join(", ", batch.upTo()) + " was changed, and all of its " + batch.rows()
                        + " rows are still as its condition says (" + change.where()
                        + "), so this would never end. Give them a value that ends it, or leave them out.");
            }
        }
    }

    private String at(String statement) {
        place = new Place("in a batch", new SqlStatement(statement, List.of()));
        return statement;
    }

    /** The last key of a batch, as text, and how many rows it has. */
    private record Batch(List<String> upTo, long rows) {}
}
