package dev.autogen.commands.preflight;

import dev.autogen.migration.run.ConnectionSource;
import dev.autogen.schema.ddl.PostgresDdl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a database questions, each in a transaction of its own that only reads, finds names as a migration does, waits
 * for no lock, uses one process of the server, and ends with its time.
 */
final class ProbeSession implements AutoCloseable {
    private static final String LOCK_PATIENCE = "1s";

    private final Connection connection;
    private final String defaultSchema;

    private ProbeSession(Connection connection, String defaultSchema) {
        this.connection = connection;
        this.defaultSchema = defaultSchema;
    }

    static ProbeSession open(ConnectionSource connections, String defaultSchema) throws SQLException {
        Connection connection = connections.open();
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            return new ProbeSession(connection, defaultSchema);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * The rows that answer a query, their values as text.
     *
     * @param time how long the answer may take; the server then ends the query with an error
     */
    List<List<String>> rows(String query, Duration time) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings(time));
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(query)) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    List<String> row = new ArrayList<>(columns);
                    for (int i = 1; i <= columns; i++) {
                        row.add(result.getString(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        } finally {
            connection.rollback();
        }
    }

    /** Row-level security is an error where it would hide rows, for what it hides is migrated, too. */
    private String settings(Duration time) {
        return """
                select pg_catalog.set_config('statement_timeout', '%dms', true),
                  pg_catalog.set_config('lock_timeout', '%s', true),
                  pg_catalog.set_config('row_security', 'off', true),
                  pg_catalog.set_config('jit', 'off', true),
                  pg_catalog.set_config('max_parallel_workers_per_gather', '0', true),
                  pg_catalog.set_config('search_path', pg_catalog.quote_ident(%s)
                    || coalesce(', ' || nullif((select reset_val from pg_catalog.pg_settings
                                                where name = 'search_path'), ''), ''), true)
                """.formatted(Math.max(1, time.toMillis()), LOCK_PATIENCE, PostgresDdl.literal(defaultSchema));
    }

    String defaultSchema() {
        return defaultSchema;
    }

    /** The major version of the server. */
    int serverVersion() throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
