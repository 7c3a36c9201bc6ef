package dev.autogen.migration.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.zip.CRC32;

/**
 * The right to run migrations: a session advisory lock (PostgreSQL, section 13.3.5), one a database and version schema.
 * It is polled for, outside of any transaction: a waiter that held a snapshot would block the holder's {@code CREATE INDEX
 * CONCURRENTLY} for ever.
 */
final class RunLock implements AutoCloseable {
    private static final int AUTOGEN = 0x6175746f;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Connection connection;
    private final int key;

    private RunLock(Connection connection, int key) {
        this.connection = connection;
        this.key = key;
    }

    /**
     * Waits for the lock.
     *
     * @param connection the session that is to hold it, in autocommit mode
     * @throws LockedException if another runner does not finish in time
     */
    static RunLock acquire(Connection connection, RunOptions options, RunListener listener) throws SQLException {
        RunLock lock = new RunLock(connection, key(options));
        long deadline = System.nanoTime() + options.patience().toNanos();
        long pause = 20;
        boolean told = false;
        while (!lock.call("select pg_catalog.pg_try_advisory_lock(?, ?)")) {
            if (System.nanoTime() > deadline) {
                throw new LockedException("Another runner holds the migration lock: " + lock.holder()
                        + ". Nothing was changed. Wait until it is done, or end that session if it is a leftover:"
                        + " select pg_terminate_backend(pid).");
            }
            if (!told) {
                listener.waitingFor(lock.holder());
                told = true;
            }
            sleep(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE.toMillis());
        }
        return lock;
    }

    private static int key(RunOptions options) {
        CRC32 crc = new CRC32();
        crc.update(options.versions().toString().getBytes(UTF_8));
        return (int) crc.getValue();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LockedException("Interrupted while waiting for another runner. Nothing was changed.");
        }
    }

    private boolean call(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, AUTOGEN);
            statement.setInt(2, key);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    private String holder() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select 'process ' || l.pid || coalesce(' of user ' || a.usename, '')
                       || coalesce(' from ' || host(a.client_addr), '')
                       || coalesce(' (' || nullif(a.application_name, '') || ')', '')
                       || coalesce(', connected since ' || to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ'), '')
                from pg_catalog.pg_locks l left join pg_catalog.pg_stat_activity a on a.pid = l.pid
                where l.locktype = 'advisory' and l.granted and l.objsubid = 2
                  and l.classid = ?::bigint::oid and l.objid = ?::bigint::oid
                  and l.database = (select oid from pg_catalog.pg_database where datname = current_database())
                """)) {
            statement.setLong(1, Integer.toUnsignedLong(AUTOGEN));
            statement.setLong(2, Integer.toUnsignedLong(key));
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getString(1) : "a process that has just ended";
            }
        }
    }

    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            call("select pg_catalog.pg_advisory_unlock(?, ?)");
        }
    }
}
