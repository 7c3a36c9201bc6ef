package dev.autogen.migration.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whom a statement waits for: a session that waits cannot ask, and afterwards nobody knows. Opens a connection
 * of its own as soon as a statement takes long, and not before.
 */
final class LockWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LockWatch.class);
    private static final long LONG_STATEMENT = Duration.ofSeconds(1).toNanos();
    private static final long INTERVAL = Duration.ofMillis(500).toNanos();
    private static final long NANOS = 1_000_000;

    private final ConnectionSource connections;
    private final int pid;
    private final Consumer<String> listener;
    private final Thread thread;

    /** When the watched statement is looked at next, as {@link System#nanoTime}; guarded by this, as all that follows. */
    private long next;

    /** When the thread wakes by itself, in the same time; the largest number for never. */
    private long wakes = Long.MAX_VALUE;

    private long interval = INTERVAL;
    private boolean watching;
    private boolean told;
    private boolean closed;
    private List<String> blockers = List.of();

    /**
     * Begins to watch a session.
     *
     * @param pid its process
     * @param listener is told on another thread, once a statement, for whom it waits
     */
    LockWatch(ConnectionSource connections, int pid, Consumer<String> listener) {
        this.connections = connections;
        this.pid = pid;
        this.listener = listener;
        this.thread = new Thread(this::watch, "autogen lock watch");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * A statement begins.
     *
     * @param lockTimeout how long it waits for a lock at most; zero for ever
     */
    synchronized void begin(Duration lockTimeout) {
        long patience = lockTimeout.isZero() ? LONG_STATEMENT : Math.min(LONG_STATEMENT, lockTimeout.toNanos() / 2);
        next = System.nanoTime() + patience;
        interval = Math.min(INTERVAL, Math.max(patience / 2, NANOS));
        blockers = List.of();
        told = false;
        watching = true;
        // Waking it for each of thousands of short statements would cost more than most of them.
        if (wakes == Long.MAX_VALUE || next - wakes < 0) {
            notifyAll();
        }
    }

    /** The statement is over, one way or the other. */
    synchronized void end() {
        watching = false;
    }

    /** For whom the last statement waited when it was looked at; empty when it was not seen waiting. */
    synchronized List<String> blockers() {
        return blockers;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        thread.interrupt();
    }

    private void watch() {
        try {
            if (!awaitLongStatement()) {
                return;
            }
            try (Connection connection = connections.open()) {
                connection.setAutoCommit(true);
                do {
                    look(connection);
                } while (awaitLongStatement());
            }
        } catch (SQLException e) {
            LOG.debug("Whom statements wait for cannot be found out: {}", e.getMessage());
        } catch (InterruptedException e) {
            LOG.trace("The run is over");
        }
    }

    private synchronized boolean awaitLongStatement() throws InterruptedException {
        while (!closed) {
            long rest = watching ? next - System.nanoTime() : Long.MAX_VALUE;
            if (rest <= 0) {
                next = System.nanoTime() + interval;
                return true;
            }
            wakes = watching ? next : Long.MAX_VALUE;
            wait(watching ? rest / NANOS + 1 : 0);
        }
        return false;
    }

    private void look(Connection connection) throws SQLException {
        List<String> found = OtherSession.blockersOf(connection, pid);
        boolean tell;
        synchronized (this) {
            if (!watching || found.isEmpty()) {
                return;
            }
            blockers = found;
            tell = !told;
            told = true;
        }
        if (tell) {
            listener.accept(String.join("; ", found));
        }
    }
}
