package dev.autogen.introspector;

import dev.autogen.fixtures.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A role that owns nothing. */
final class PlainRole implements AutoCloseable {
    private final TestDatabase database;
    private final String name;

    private PlainRole(TestDatabase database, String name) {
        this.database = database;
        this.name = name;
    }

    static PlainRole in(TestDatabase database) throws SQLException {
        String name = "plain_" + database.name();
        database.execute("CREATE ROLE " + name + "");
        return new PlainRole(database, name);
    }

    String name() {
        return name;
    }

    /** A connection on which the role is in force. */
    Connection connect() throws SQLException {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION AUTHORIZATION " + name);
        }
        return connection;
    }

    @Override
    public void close() throws SQLException {
        database.execute("DROP OWNED BY " + name, "DROP ROLE " + name);
    }
}
