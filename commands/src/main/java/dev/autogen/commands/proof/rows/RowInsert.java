package dev.autogen.commands.proof.rows;

import static java.util.stream.Collectors.joining;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.Table;
import dev.autogen.schema.ddl.PostgresDdl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Inserts rows into a table, and asks about each whether it keeps to checks that are to come.
 *
 * @param connection finds the names of the default schema
 * @param table the table
 * @param ddl spells names
 * @param checks checks that the table does not have yet
 */
record RowInsert(Connection connection, Table table, PostgresDdl ddl, List<CheckConstraint> checks) {

    /**
     * A row that was inserted.
     *
     * @param row the row
     * @param violated the checks to which it does not keep
     */
    record Inserted(MadeRows.Row row, List<CheckConstraint> violated) {}

    /** Inserts a row; null where a rule or trigger takes none. */
    Inserted insert(Choice choice) throws SQLException {
        List<String> columns = List.copyOf(choice.columns());
        try (PreparedStatement statement = connection.prepareStatement(sql(columns))) {
            for (int i = 0; i < columns.size(); i++) {
                statement.setString(i + 1, choice.value(columns.get(i)));
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? inserted(row) : null;
            }
        }
    }

    private Inserted inserted(ResultSet row) throws SQLException {
        int number = 1;
        String place = row.getString(number++);
        Map<String, String> values = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            values.put(column.name(), row.getString(number++));
        }
        List<CheckConstraint> violated = new ArrayList<>();
        for (CheckConstraint check : checks) {
            if (!row.getBoolean(number++)) {
                violated.add(check);
            }
        }
        return new Inserted(new MadeRows.Row(place, values), violated);
    }

    private String sql(List<String> columns) {
        StringBuilder returned = new StringBuilder(Snapshot.PLACE);
        table.columns()
                .forEach(column -> returned.append(", ")
                        .append(Identifiers.quote(column.name()))
                        .append("::text"));
        checks.forEach(check ->
                returned.append(", (").append(check.expression().text()).append(") IS NOT FALSE"));
        return "INSERT INTO " + ddl.qualified(table.name())
                + (columns.isEmpty()
                        ? " DEFAULT VALUES"
                        : columns.stream().map(Identifiers::quote).collect(joining(", ", " (", ")"))
                                + " OVERRIDING SYSTEM VALUE"
                                + columns.stream()
                                        .map(name -> "?::text::"
                                                + table.column(name)
                                                        .orElseThrow()
                                                        .type()
                                                        .toSql())
                                        .collect(joining(", ", " VALUES (", ")")))
                + " RETURNING " + returned;
    }

    /** Whether another row has the same values in some columns, all of which it has. */
    boolean isRepeated(MadeRows.Row row, List<String> columns) throws SQLException {
        if (columns.stream().anyMatch(column -> row.values().get(column) == null)) {
            return false;
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT FROM " + ddl.qualified(table.name())
                + " WHERE " + Snapshot.PLACE + " <> ?"
                + columns.stream()
                        .map(column -> " AND " + Identifiers.quote(column) + "::text = ?")
                        .collect(joining())
                + " LIMIT 1")) {
            statement.setString(1, row.place());
            for (int i = 0; i < columns.size(); i++) {
                statement.setString(i + 2, row.values().get(columns.get(i)));
            }
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Takes a row back. */
    void undo(MadeRows.Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "DELETE FROM " + ddl.qualified(table.name()) + " WHERE " + Snapshot.PLACE + " = ?")) {
            statement.setString(1, row.place());
            statement.executeUpdate();
        }
    }
}
