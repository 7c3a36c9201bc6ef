package dev.autogen.migration.run;

import dev.autogen.migration.Timeouts;
import dev.autogen.schema.ddl.SqlStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.OffsetDateTime;

/** Runs pieces of work in a transaction of their own each, or in none, as the holder of the migration lock. */
final class Transactions {
    static final String NO_SAVEPOINT = "3B001";
    private static final String NO_TRANSACTION = "25P01";

    private final Connection connection;
    private final RunLock lock;
    private final VersionSql sql;

    Transactions(Connection connection, RunOptions options, RunLock lock) {
        this.connection = connection;
        this.lock = lock;
        this.sql = new VersionSql(options);
    }

    /**
     * Commits what the work did, or nothing of it.
     *
     * @throws EndedTransactionException if the work ended the transaction itself
     * @throws CommitException if the commit failed
     */
    <T> T in(Timeouts timeouts, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            lock.requireHeld("This migration was not begun; earlier ones stay applied.", sql.settings(timeouts, true));
            T result = withinOne(work);
            commit();
            return result;
        } catch (Throwable e) {
            // Whatever it is, also an error in the migration's own code: going back to autocommit would commit.
            try {
                connection.rollback();
            } catch (SQLException rollback) {
                e.addSuppressed(rollback);
            }
            throw e;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    private <T> T withinOne(Work<T> work) throws SQLException {
        Savepoint beginning = connection.setSavepoint();
        try {
            T result = work.run();
            connection.releaseSavepoint(beginning);
            return result;
        } catch (Throwable e) {
            if (isGone(beginning)) {
                throw new EndedTransactionException(e);
            }
            throw e;
        }
    }

    /** Whether the transaction that began there is over: one of the migration's statements was COMMIT or ROLLBACK. */
    private boolean isGone(Savepoint beginning) {
        try {
            connection.rollback(beginning);
            return false;
        } catch (SQLException e) {
            return NO_SAVEPOINT.equals(e.getSQLState()) || NO_TRANSACTION.equals(e.getSQLState());
        }
    }

    private void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new CommitException(e);
        }
    }

    /**
     * Runs the work with each of its statements by itself.
     *
     * @throws LeftOpenException if the work began a transaction and did not end it; it is rolled back
     */
    void outside(Timeouts timeouts, Work<?> work) throws SQLException {
        lock.requireHeld("This part of the migration was not begun.", sql.settings(timeouts, false));
        work.run();
        // Within a transaction, the time stands still.
        if (now().equals(now())) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("rollback");
            }
            throw new LeftOpenException();
        }
    }

    private OffsetDateTime now() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_catalog.now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    /** Sets how long statements may take and how names are found, for the rest of the transaction. */
    static void set(Connection connection, VersionSql sql, Timeouts timeouts) throws SQLException {
        SqlStatement settings = sql.settings(timeouts, true);
        StatementExecution.hasRow(connection, new SqlStatement("select " + settings.sql(), settings.parameters()));
    }

    /** What is done whole or not at all. */
    interface Work<T> {
        T run() throws SQLException;
    }

    /** The work ended its transaction. */
    static final class EndedTransactionException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EndedTransactionException(Throwable cause) {
            super(cause);
        }
    }

    /** The commit failed: a deferred constraint was violated, or the connection is lost and nobody knows. */
    static final class CommitException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CommitException(SQLException cause) {
            super(cause);
        }
    }

    /** The work left a transaction open. */
    static final class LeftOpenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeftOpenException() {
            super("One of its statements began a transaction (BEGIN) and none ended it. What it did in there was rolled"
                    + " back.");
        }
    }
}
