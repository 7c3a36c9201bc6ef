package dev.autogen.migration.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a session that runs migrations is set to for all its life. At the end everything that the runner changes is set
 * to what it was, since the connection may go back to an application's pool.
 */
final class SessionSettings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionSettings.class);
    private static final String NOT_ON_THIS_PLATFORM = "22023";

    /** So that the server stops what it does for a client that is gone, and lets go of its locks. */
    private static final Map<String, String> KEEPALIVES =
            Map.of("tcp_keepalives_idle", "60", "tcp_keepalives_interval", "10", "tcp_keepalives_count", "6");

    private static final Map<String, String> CONNECTION_CHECK = Map.of("client_connection_check_interval", "2s");

    private static final String NOW = """
            select s.name, pg_catalog.current_setting(s.name)
            from pg_catalog.unnest(array['search_path', 'lock_timeout', 'statement_timeout',
                'tcp_keepalives_idle', 'tcp_keepalives_interval', 'tcp_keepalives_count',
                'client_connection_check_interval']) s(name)
            """;
    private static final String SET = """
            select pg_catalog.set_config(s.name, s.value, false) from unnest(?::text[], ?::text[]) s(name, value)
            """;

    private final Connection connection;
    private final Map<String, String> before;

    private SessionSettings(Connection connection, Map<String, String> before) {
        this.connection = connection;
        this.before = before;
    }

    /** Prepares a session, in autocommit mode, for long statements. */
    static SessionSettings begin(Connection connection) throws SQLException {
        SessionSettings settings = new SessionSettings(connection, read(connection));
        settings.set(KEEPALIVES);
        try {
            settings.set(CONNECTION_CHECK);
        } catch (SQLException e) {
            if (!NOT_ON_THIS_PLATFORM.equals(e.getSQLState())) {
                throw e;
            }
            LOG.debug("The server does not notice while it works that a client is gone: {}", e.getMessage());
        }
        return settings;
    }

    private static Map<String, String> read(Connection connection) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(NOW);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
        }
        return settings;
    }

    private void set(Map<String, String> settings) throws SQLException {
        Map<String, String> ordered = new TreeMap<>(settings);
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            statement.setArray(
                    1, connection.createArrayOf("text", ordered.keySet().toArray()));
            statement.setArray(
                    2, connection.createArrayOf("text", ordered.values().toArray()));
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        try {
            set(before);
        } catch (SQLException e) {
            LOG.debug("The session is gone with its settings: {}", e.getMessage());
        }
    }
}
