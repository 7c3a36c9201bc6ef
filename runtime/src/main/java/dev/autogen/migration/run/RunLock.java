package dev.autogen.migration.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autogen.schema.ddl.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to run migrations: a session advisory lock (PostgreSQL, section 13.3.5), one a database and version schema.
 * It is polled for, outside of any transaction: a waiter that held a snapshot would block the holder's {@code CREATE INDEX
 * CONCURRENTLY} for ever.
 *
 * <p>Behind a pooler in transaction mode, each transaction may be another session's, and one session serves several
 * clients, which would all have the lock. So the session also gets a mark of this runner, and whatever changes the
 * database first asks whether its session has both, the lock and the mark: {@link #requireHeld}.
 */
final class RunLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);
    private static final int AUTOGEN = 0x6175746f;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private static final String LOCK = """
            l.locktype = 'advisory' and l.granted and l.objsubid = 2
              and l.classid = ?::bigint::oid and l.objid = ?::bigint::oid
              and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
            """;
    private static final String HOLDER = "select l.pid from pg_catalog.pg_locks l where " + LOCK;
    private static final String HELD_HERE = "exists (" + HOLDER + " and l.pid = pg_catalog.pg_backend_pid())";
    private static final String TRY = "select case when " + HELD_HERE + " then 'shared'"
            + " when pg_catalog.pg_try_advisory_lock(?, ?) then"
            + " case when pg_catalog.set_config('autogen.runner', ?, false) <> '' then 'mine' end"
            + " else 'taken' end";
    private static final String CHECK =
            "coalesce(pg_catalog.current_setting('autogen.runner', true) = ?, false) and " + HELD_HERE;
    private static final String UNLOCK =
            "select pg_catalog.set_config('autogen.runner', '', false)," + " pg_catalog.pg_advisory_unlock(?, ?)";

    private static final SqlStatement NOTHING = new SqlStatement("null", List.of());
    private static final String CURE =
            " Connect to PostgreSQL itself (often port 5432, where the pooler has another), or"
                    + " through a pool in session mode.";

    private final Connection connection;
    private final int key;
    private final String mark = UUID.randomUUID().toString();

    private RunLock(Connection connection, int key) {
        this.connection = connection;
        this.key = key;
    }

    /**
     * Waits for the lock.
     *
     * @param connection the session that is to hold it, in autocommit mode
     * @throws LockedException if another runner does not finish in time
     * @throws UnsafeConnectionException if the session is another runner's at the same time
     */
    static RunLock acquire(Connection connection, RunOptions options, RunListener listener) throws SQLException {
        RunLock lock = new RunLock(connection, key(options));
        long deadline = System.nanoTime() + options.patience().toNanos();
        long pause = 20;
        boolean told = false;
        while (!lock.tryIt()) {
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
        lock.requireHeld("Nothing was changed.");
        return lock;
    }

    /**
     * Makes sure that the session behind the connection, now, is the one that holds the lock; in a transaction, until
     * its end.
     *
     * @param state what to say of the database otherwise
     */
    void requireHeld(String state) throws SQLException {
        requireHeld(state, NOTHING);
    }

    /**
     * The same, and evaluates expressions that set something, in the same message to the server.
     *
     * @param settings such as {@link VersionSql#settings}
     */
    void requireHeld(String state, SqlStatement settings) throws SQLException {
        List<Object> parameters =
                new ArrayList<>(List.of(mark, Integer.toUnsignedLong(AUTOGEN), Integer.toUnsignedLong(key)));
        parameters.addAll(settings.parameters());
        SqlStatement check = new SqlStatement("select " + CHECK + ", " + settings.sql(), parameters);
        try (PreparedStatement statement = StatementExecution.prepare(connection, check);
                ResultSet result = statement.executeQuery()) {
            result.next();
            if (!result.getBoolean(1)) {
                throw new UnsafeConnectionException("The server session behind this connection does not hold the"
                        + " migration lock any more, so a second runner would not be kept out. The connection goes"
                        + " through a pooler in transaction mode (such as PgBouncer with pool_mode = transaction), or"
                        + " a migration released all locks (DISCARD ALL, pg_advisory_unlock_all)." + CURE + " "
                        + state);
            }
        }
    }

    /** The two keys of the lock, as arguments of PostgreSQL's functions. */
    static String keys(RunOptions options) {
        return AUTOGEN + ", " + key(options);
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

    private boolean tryIt() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TRY)) {
            setLock(statement, 1);
            statement.setInt(3, AUTOGEN);
            statement.setInt(4, key);
            statement.setString(5, mark);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                if (result.getString(1).equals("shared")) {
                    throw new UnsafeConnectionException("The server session behind this connection holds the migration"
                            + " lock already, for another runner: the connection goes through a pooler in transaction"
                            + " mode (such as PgBouncer with pool_mode = transaction), where sessions are shared and the"
                            + " lock keeps nobody out." + CURE + " Nothing was changed.");
                }
                return result.getString(1).equals("mine");
            }
        }
    }

    private String holder() throws SQLException {
        Optional<Integer> pid = holderPid();
        return pid.isPresent() ? OtherSession.withPid(connection, pid.get()) : "a process that has just ended";
    }

    private Optional<Integer> holderPid() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            setLock(statement, 1);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(result.getInt(1)) : Optional.empty();
            }
        }
    }

    /** Sets the two parameters of {@link #LOCK}. */
    private void setLock(PreparedStatement statement, int first) throws SQLException {
        statement.setLong(first, Integer.toUnsignedLong(AUTOGEN));
        statement.setLong(first + 1, Integer.toUnsignedLong(key));
    }

    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(UNLOCK)) {
            statement.setInt(1, AUTOGEN);
            statement.setInt(2, key);
            try (ResultSet result = statement.executeQuery()) {
                if (result.next() && !result.getBoolean(2)) {
                    LOG.warn("The migration lock was taken in another server session than the one that gives it back;"
                            + " a pooler in transaction mode keeps it until that session ends");
                }
            }
        } catch (SQLException e) {
            LOG.warn("The migration lock could not be given back and goes with its session: {}", e.getMessage());
        }
    }
}
