package dev.autogen.commands.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** A database on a scratch server, gone when it is closed. */
public final class ScratchDatabase implements AutoCloseable {
    private final ScratchServer server;
    private final String name;
    private boolean dropped;

    ScratchDatabase(ScratchServer server, String name) {
        this.server = server;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** A new connection, which the caller closes. */
    public Connection connect() throws SQLException {
        return connect(new Properties());
    }

    /** A new connection with these properties of the driver, which the caller closes. */
    Connection connect(Properties properties) throws SQLException {
        return server.connect(name, properties);
    }

    ScratchServer server() {
        return server;
    }

    /** Whether the whole server goes with it, so that roles may be made there. */
    public boolean isServerTemporary() {
        return server.isTemporary();
    }

    /** Closing twice does nothing more. */
    @Override
    public void close() throws SQLException {
        if (!dropped) {
            dropped = true;
            server.drop(name);
        }
    }
}
