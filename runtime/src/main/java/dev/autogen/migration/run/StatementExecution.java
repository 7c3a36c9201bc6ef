package dev.autogen.migration.run;

import static java.util.stream.Collectors.joining;

import dev.autogen.schema.ddl.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;

/** Sends one statement to the server. */
final class StatementExecution {
    private StatementExecution() {}

    /** Executes it and tells how many rows it changed; -1 where that means nothing. */
    static int execute(Connection connection, SqlStatement statement) throws SQLException {
        if (statement.parameters().isEmpty()) {
            try (Statement plain = connection.createStatement()) {
                plain.execute(statement.sql());
                return plain.getUpdateCount();
            }
        }
        try (PreparedStatement prepared = prepare(connection, statement)) {
            prepared.execute();
            return prepared.getUpdateCount();
        }
    }

    /** Executes several in one message, in order; what fails leaves out those behind it. */
    static void executeTogether(Connection connection, List<SqlStatement> statements) throws SQLException {
        if (!statements.isEmpty()) {
            execute(
                    connection,
                    new SqlStatement(
                            statements.stream().map(SqlStatement::sql).collect(joining("; ")),
                            statements.stream()
                                    .flatMap(statement -> statement.parameters().stream())
                                    .toList()));
        }
    }

    /** Whether a query has a row. */
    static boolean hasRow(Connection connection, SqlStatement query) throws SQLException {
        try (PreparedStatement prepared = prepare(connection, query);
                ResultSet rows = prepared.executeQuery()) {
            return rows.next();
        }
    }

    /** The statement with its parameters. */
    static PreparedStatement prepare(Connection connection, SqlStatement statement) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement.sql());
        try {
            for (int i = 0; i < statement.parameters().size(); i++) {
                bind(prepared, i + 1, statement.parameters().get(i));
            }
            return prepared;
        } catch (SQLException e) {
            prepared.close();
            throw e;
        }
    }

    /** A text goes without a type, so that it fits an enum, uuid or jsonb column as a literal would. */
    private static void bind(PreparedStatement prepared, int index, Object value) throws SQLException {
        if (value instanceof String text) {
            prepared.setObject(index, text, Types.OTHER);
        } else {
            prepared.setObject(index, value);
        }
    }
}
