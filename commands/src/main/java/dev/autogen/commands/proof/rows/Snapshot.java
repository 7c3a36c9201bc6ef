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
 * @param contents what is in each of the tables that are there, and hold no more than can be looked at
 */
record Snapshot(Map<QualifiedName, Content> contents) {
    /** As many rows of a table are looked at. */
    static final int MOST = 1000;

    /** Where a row lies, as SQL; a partition has a number of its own. */
    static final String PLACE = "tableoid::text || ' ' || ctid::text";

    /**
     * The rows of a table, as text, in the order in which they lie.
     *
     * @param table the table
     * @param rows values by column, null for none; computed columns are left out
     * @param places where each of them lies
     */
    record Content(Table table, List<Map<String, String>> rows, List<String> places) {}

    static Snapshot of(Connection connection, Catalog catalog, String defaultSchema, Collection<QualifiedName> tables)
            throws SQLException {
        PostgresDdl ddl = PostgresDdl.inDefaultSchema(defaultSchema);
        Map<QualifiedName, Content> contents = new TreeMap<>();
        for (QualifiedName name : tables) {
            Optional<Table> table = catalog.table(name);
            if (table.isPresent()) {
                Content content = content(connection, table.get(), ddl);
                if (content.rows().size() <= MOST) {
                    contents.put(name, content);
                }
            }
        }
        return new Snapshot(contents);
    }

    private static Content content(Connection connection, Table table, PostgresDdl ddl) throws SQLException {
        List<String> columns = table.columns().stream()
                .filter(column -> column.generated() == null)
                .map(Column::name)
                .toList();
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> places = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT "
                        + columns.stream()
                                .map(column -> Identifiers.quote(column) + "::text, ")
                                .collect(joining())
                        + PLACE + " FROM " + ddl.qualified(table.name()) + " ORDER BY tableoid, ctid LIMIT "
                        + (MOST + 1))) {
            while (row.next()) {
                Map<String, String> values = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    values.put(columns.get(i), row.getString(i + 1));
                }
                rows.add(values);
                places.add(row.getString(columns.size() + 1));
            }
        }
        return new Content(table, rows, places);
    }
}
