package dev.autogen.commands;

import dev.autogen.migration.run.ConnectionSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Connections to a server that takes only so many. It counts a closed one for a moment longer, so where one target follows
 * the other the next connection may come too early by a little.
 */
record PatientConnections(ConnectionSource connections) implements ConnectionSource {
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 50;

    @Override
    public Connection open() throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return connections.open();
            } catch (SQLException e) {
                if (!TOO_MANY_CONNECTIONS.equals(e.getSQLState()) || System.nanoTime() > deadline || !pause()) {
                    throw e;
                }
            }
        }
    }

    /** Whether it is to be tried again. */
    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
