package dev.autogen.commands.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends with the process what its connections still run: a server notices only after the statement that its client is
 * gone, and until then holds the locks that the next command waits for. The process waits a moment for the commands to say
 * what they left behind.
 */
final class RunningStatements {
    private static final Logger LOG = LoggerFactory.getLogger(RunningStatements.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String NO_SERVER = "08001";
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** With the threads that opened them, which may wait for something else than the server. */
    private static final Map<Connection, Thread> CONNECTIONS = Collections.synchronizedMap(new WeakHashMap<>());

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(RunningStatements::end, "cancels running statements"));
    }

    private RunningStatements() {}

    static void stopWithProcess(Connection connection) {
        CONNECTIONS.put(connection, Thread.currentThread());
    }

    private static void end() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (cancelAll() && System.nanoTime() < deadline) {
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers whether there was anything to end. */
    private static boolean cancelAll() {
        boolean some = false;
        for (Map.Entry<Connection, Thread> each : Map.copyOf(CONNECTIONS).entrySet()) {
            try {
                if (!each.getKey().isClosed()) {
                    some = true;
                    each.getValue().interrupt();
                    each.getKey().unwrap(PGConnection.class).cancelQuery();
                }
            } catch (SQLException e) {
                if (NO_SERVER.equals(e.getSQLState())) {
                    continue; // and so nothing that runs
                }
                LOG.warn("A statement may still run on the server: {}", e.getMessage());
            }
        }
        return some;
    }
}
