package dev.autogen.commands.database;

import dev.autogen.scratch.EmbeddedServer;
import java.sql.Connection;
import java.sql.SQLException;

/** A PostgreSQL of autogen's own for what the database's role may not do there; started when first asked for. */
public final class StandIn implements AutoCloseable {
    private static final String DATABASE = "autogen";

    private EmbeddedServer server;

    /**
     * A new connection to an empty database.
     *
     * @throws IllegalStateException if the server that was just started refuses it
     * @throws dev.autogen.scratch.EmbeddedServerException if the server does not start
     */
    public Connection connect() {
        if (server == null) {
            server = EmbeddedServer.startTemporary();
            server.createDatabase(DATABASE);
        }
        try {
            return server.connect(DATABASE);
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded server refuses a connection", e);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
