package dev.autogen.commands.proof.rows;

import static java.util.stream.Collectors.joining;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.ddl.PostgresDdl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rows of some tables.
 *
 * @param contents what is in each of the tables that are there
 */
record Snapshot(Map<QualifiedName, Content> contents) {

    /**
     * The rows of a table, as text, in the order in which they lie.
     *
     * @param table the table
     * @param rows values by column, null for none; computed columns are left out
     */
    record Content(Table table, List<Map<String, String>> rows) {}

    static Snapshot of(Connection connection, Catalog catalog, String defaultSchema, Collection<QualifiedName> tables)
            throws SQLException {
        PostgresDdl ddl = PostgresDdl.inDefaultSchema(defaultSchema);
        Map<QualifiedName, Content> contents = new TreeMap<>();
        for (QualifiedName name : tables) {
            Optional<Table> table = catalog.table(name);
            if (table.isPresent()) {
                contents.put(name, new Content(table.get(), rows(connection, table.get(), ddl)));
            }
        }
        return new Snapshot(contents);
    }

    private static List<Map<String, String>> rows(Connection connection, Table table, PostgresDdl ddl)
            throws SQLException {
        List<String> columns = table.columns().stream()
                .filter(column -> column.generated() == null)
                .map(Column::name)
                .toList();
        List<Map<String, String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT "
                        + columns.stream()
                                .map(column -> Identifiers.quote(column) + "::text, ")
                                .collect(joining())
                        + "1 FROM " + ddl.qualified(table.name()) + " ORDER BY tableoid, ctid")) {
            while (row.next()) {
                Map<String, String> values = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    values.put(columns.get(i), row.getString(i + 1));
                }
                rows.add(values);
            }
        }
        return rows;
    }
}
