package dev.autogen.introspector;

import dev.autogen.schema.Identifiers;
import dev.autogen.schema.ddl.PostgresDdl;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A transaction that is always rolled back, with settings that end with it, so that the connection is afterwards as it
 * was. Texts are printed in one way whatever the role's own settings are, as {@code pg_dump} does it. Compiling a query
 * for thousands of tables would take longer than running it.
 */
final class ReadTransaction implements AutoCloseable {
    private static final int OLDEST_SUPPORTED = 14;

    private static final String SETTINGS = """
            SET LOCAL quote_all_identifiers = off;
            SET LOCAL DateStyle = 'ISO';
            SET LOCAL IntervalStyle = 'postgres';
            SET LOCAL extra_float_digits = 1;
            SET LOCAL bytea_output = 'hex';
            SET LOCAL jit = off;
            SET LOCAL client_min_messages = error""";

    private final Connection connection;
    private final boolean autoCommit;
    private final ServerFacts server;
    private boolean ended;

    private ReadTransaction(Connection connection, String mode, String settings) throws SQLException {
        this.connection = connection;
        this.autoCommit = connection.getAutoCommit();
        if (autoCommit) {
            connection.setAutoCommit(false);
        }
        try {
            server = open(connection, "SET TRANSACTION " + mode + ";\n" + ServerFacts.QUERY + ";\n" + settings);
        } catch (SQLException | RuntimeException failure) {
            try {
                close();
            } catch (SQLException onTheWayOut) {
                failure.addSuppressed(onTheWayOut);
            }
            throw failure;
        }
    }

    /** One picture of one moment, in which no name is found through a search path. */
    static ReadTransaction snapshot(Connection connection) throws SQLException {
        return new ReadTransaction(
                connection, "ISOLATION LEVEL REPEATABLE READ, READ ONLY", SETTINGS + ";\n" + searchPath("pg_catalog"));
    }

    /** One picture of one moment, in which texts are printed as a migration reads them: names of that schema are bare. */
    static ReadTransaction snapshot(Connection connection, String schema) throws SQLException {
        return new ReadTransaction(
                connection,
                "ISOLATION LEVEL REPEATABLE READ, READ ONLY",
                SETTINGS + ";\n" + searchPath(Identifiers.quote(schema)));
    }

    /** Nothing is written that stays, but temporary objects can be made. */
    static ReadTransaction scratch(Connection connection) throws SQLException {
        return new ReadTransaction(
                connection,
                "ISOLATION LEVEL READ COMMITTED, READ WRITE",
                SETTINGS + ";\nSET LOCAL lock_timeout = '5s';\nSET LOCAL statement_timeout = '2min'");
    }

    /**
     * The statement that sets the path until the transaction ends. At {@code SET search_path} the driver throws away what
     * it has prepared, and a connection that reads many times would have every query planned anew.
     *
     * @param path schemas, quoted where needed
     */
    static String searchPath(String path) {
        return "SELECT pg_catalog.set_config('search_path', " + PostgresDdl.literal(path) + ", true)";
    }

    ServerFacts server() {
        return server;
    }

    /**
     * Ends the transaction and asks, in the same round trip, what is there now.
     *
     * @param question a query for one text that takes that array twice
     */
    String closeAsking(String question, Array argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("ROLLBACK;\n" + question)) {
            statement.setArray(1, argument);
            statement.setArray(2, argument);
            statement.execute();
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                ended = true;
                return row.getString(1);
            }
        } finally {
            close();
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            if (!ended) {
                connection.rollback();
                ended = true;
            }
        } finally {
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
        }
    }

    private static ServerFacts open(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                ServerFacts facts = ServerFacts.of(result);
                if (facts.majorVersion() < OLDEST_SUPPORTED) {
                    throw new IntrospectionException("The server is PostgreSQL " + facts.version()
                            + "; autogen works with PostgreSQL " + OLDEST_SUPPORTED
                            + " and later. Upgrade the server, or name another one with --url.");
                }
                return facts;
            }
        }
    }
}
