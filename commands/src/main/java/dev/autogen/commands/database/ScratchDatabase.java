package dev.autogen.commands.database;

import java.sql.Connection;
import java.sql.SQLException;

/** A database for a proof, gone when it is closed. */
public final class ScratchDatabase implements AutoCloseable {
    private final ScratchServer server;
    private final String name;

    ScratchDatabase(ScratchServer server, String name) {
        this.server = server;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** A new connection, which the caller closes. */
    public Connection connect() throws SQLException {
        return server.connect(name);
    }

    /** Whether the whole server goes with it, so that roles may be made there. */
    public boolean isServerTemporary() {
        return server.isTemporary();
    }

    @Override
    public void close() throws SQLException {
        server.drop(name);
    }
}
