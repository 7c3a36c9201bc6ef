package dev.autogen.migration;

import dev.autogen.migration.run.ConnectionSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The schemas of a database that hold a tenant each. */
record Tenants(ConnectionSource connections) {
    private static final Set<Integer> TEXT = Set.of(Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR);

    /** The schemas that a query lists, each once, in its order. The query runs in a transaction that only reads. */
    List<String> listedBy(String query) throws SQLException {
        try (Connection connection = connections.open()) {
            boolean autoCommitBefore = connection.getAutoCommit();
            boolean readOnlyBefore = connection.isReadOnly();
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                return schemas(rows);
            } catch (SQLException e) {
                if (cannotGoOn(e)) {
                    throw e;
                }
                throw new InvalidTargetException("The query that is to list the schemas fails: "
                        + e.getMessage().replaceFirst("^ERROR: ", "").replaceAll("\\s*\\n\\s*", "; ") + ". The query: "
                        + query);
            } finally {
                if (!connection.isClosed()) {
                    connection.rollback();
                    connection.setReadOnly(readOnlyBefore);
                    connection.setAutoCommit(autoCommitBefore);
                }
            }
        }
    }

    /** The connection is broken, or the server gives up: nothing is wrong with the query. */
    private static boolean cannotGoOn(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }

    private static List<String> schemas(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        if (columns.getColumnCount() != 1) {
            throw new InvalidTargetException("The query that is to list the schemas has " + columns.getColumnCount()
                    + " columns. It has to have one, with the name of a schema in each row.");
        }
        if (!TEXT.contains(columns.getColumnType(1))) {
            throw new InvalidTargetException("The query that is to list the schemas answers "
                    + columns.getColumnTypeName(1)
                    + ", and names of schemas are text. If these are the names, cast them: "
                    + columns.getColumnName(1) + "::text.");
        }
        Set<String> schemas = new LinkedHashSet<>();
        while (rows.next()) {
            schemas.add(checked(rows.getString(1)));
        }
        if (schemas.isEmpty()) {
            throw new InvalidTargetException("The query that is to list the schemas has no rows, so there is nothing to"
                    + " work on. Correct the query, or look whether it asks the right database.");
        }
        return List.copyOf(schemas);
    }

    private static String checked(String schema) {
        if (schema == null || schema.isEmpty()) {
            throw new InvalidTargetException("A row of the query that is to list the schemas is "
                    + (schema == null ? "null" : "empty") + ". Leave such rows out, or correct the data.");
        }
        if (schema.startsWith("pg_") || schema.equals("information_schema")) {
            throw new InvalidTargetException("The query that is to list the schemas lists " + schema
                    + ", which is PostgreSQL's own. Leave it out.");
        }
        return schema;
    }

    /** The same connections, given out only where there is a schema of that name: a list may be out of date. */
    ConnectionSource in(String schema) {
        return () -> {
            Connection connection = connections.open();
            boolean exists = false;
            try {
                exists = exists(connection, schema);
            } finally {
                if (!exists) {
                    connection.close();
                }
            }
            if (!exists) {
                throw new InvalidTargetException("There is no schema " + schema
                        + ". Create it (CREATE SCHEMA), or take it out of the list of schemas.");
            }
            return connection;
        };
    }

    private static boolean exists(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from pg_catalog.pg_namespace where nspname = ?")) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
