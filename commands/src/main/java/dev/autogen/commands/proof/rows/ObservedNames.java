package dev.autogen.commands.proof.rows;

import dev.autogen.migration.Step;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.ddl.PostgresDdl;
import dev.autogen.schema.operation.ExecuteSql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What tables and columns are called, by what the server calls them whatever their names: so SQL that somebody wrote may
 * rename them and their rows are still found.
 *
 * @param tables names of tables by their numbers
 * @param columns names of columns by the numbers of their tables and their own
 */
record ObservedNames(Map<Long, QualifiedName> tables, Map<List<Long>, String> columns) {
    private static final String NAMES = """
            SELECT c.oid, n.nspname, c.relname, a.attnum, a.attname
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.oid = ANY (""";

    /** Whether steps may rename something without saying so. */
    static boolean areNeededFor(List<Step> steps) {
        return steps.stream()
                .anyMatch(step -> step instanceof Step.Callback
                        || (step instanceof Step.Run run && run.operation() instanceof ExecuteSql)
                        || (step instanceof Step.Autocommit autocommit && areNeededFor(autocommit.steps())));
    }

    static ObservedNames of(Collection<QualifiedName> tables, Connection connection, String defaultSchema)
            throws SQLException {
        PostgresDdl ddl = PostgresDdl.inDefaultSchema(defaultSchema);
        return read(
                connection,
                "?::text[]::regclass[])",
                connection.createArrayOf(
                        "text", tables.stream().map(ddl::qualified).toArray()),
                defaultSchema);
    }

    /** The same tables as they are called now, as far as they are there. */
    ObservedNames now(Connection connection, String defaultSchema) throws SQLException {
        return read(
                connection,
                "?)",
                connection.createArrayOf("oid", tables.keySet().toArray()),
                defaultSchema);
    }

    private static ObservedNames read(Connection connection, String which, Array asked, String defaultSchema)
            throws SQLException {
        Map<Long, QualifiedName> tables = new HashMap<>();
        Map<List<Long>, String> columns = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(NAMES + which)) {
            statement.setArray(1, asked);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String schema = row.getString(2);
                    tables.put(
                            row.getLong(1),
                            new QualifiedName(schema.equals(defaultSchema) ? null : schema, row.getString(3)));
                    columns.put(List.of(row.getLong(1), row.getLong(4)), row.getString(5));
                }
            }
        }
        return new ObservedNames(tables, columns);
    }

    /** How to come from these names to others. */
    Moves to(ObservedNames now) {
        Map<QualifiedName, QualifiedName> movedTables = new HashMap<>();
        Map<ColumnRef, String> movedColumns = new HashMap<>();
        tables.forEach((oid, was) -> {
            if (now.tables.containsKey(oid)) {
                movedTables.put(was, now.tables.get(oid));
            }
        });
        columns.forEach((number, was) -> {
            if (now.columns.containsKey(number)) {
                movedColumns.put(new ColumnRef(tables.get(number.get(0)), was), now.columns.get(number));
            }
        });
        return new Moves(movedTables, movedColumns);
    }
}
