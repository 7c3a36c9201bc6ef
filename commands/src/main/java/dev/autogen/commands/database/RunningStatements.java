package dev.autogen.commands.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends with the process what its connections still run: a server notices only after the statement that its client is
 * gone, and until then holds the locks that the next command waits for.
 */
final class RunningStatements {
    private static final Logger LOG = LoggerFactory.getLogger(RunningStatements.class);
    private static final Set<Connection> CONNECTIONS =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(RunningStatements::cancel, "cancels running statements"));
    }

    private RunningStatements() {}

    static void stopWithProcess(Connection connection) {
        CONNECTIONS.add(connection);
    }

    private static void cancel() {
        for (Connection connection : CONNECTIONS.toArray(Connection[]::new)) {
            try {
                if (!connection.isClosed()) {
                    connection.unwrap(PGConnection.class).cancelQuery();
                }
            } catch (SQLException e) {
                LOG.warn("A statement may still run on the server: {}", e.getMessage());
            }
        }
    }
}
