package dev.autogen.migration.run;

import dev.autogen.fixtures.TestDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;

/**
 * Connections to a database of which the first is lost at a chosen moment: the server ends its session before a
 * statement or a commit reaches it, or after something was committed and before the answer reaches the client.
 */
final class FaultyConnections implements ConnectionSource {
    private static final Set<String> SENT = Set.of("execute", "executeQuery", "executeUpdate");
    private static final Set<String> ENDING = Set.of("commit", "rollback", "releaseSavepoint");

    /** Whether messages that only read count, too: {@code -Dautogen.faults.all=true}. */
    private static final boolean ALL = Boolean.getBoolean("autogen.faults.all");

    /** When the session ends. */
    enum Moment {
        BEFORE,
        AFTER
    }

    private final TestDatabase database;
    private final Connection observer;
    private final int number;
    private final Moment moment;
    private boolean first = true;
    private int sent;

    /**
     * Connections of which the first is lost.
     *
     * @param observer ends the session
     * @param number at which message that may change something, from 1
     */
    FaultyConnections(TestDatabase database, Connection observer, int number, Moment moment) {
        this.database = database;
        this.observer = observer;
        this.number = number;
        this.moment = moment;
    }

    /** Connections that are never lost, for {@link #sent}. */
    static FaultyConnections withoutFault(TestDatabase database, Connection observer) {
        return new FaultyConnections(database, observer, Integer.MAX_VALUE, Moment.BEFORE);
    }

    /** How many messages that may change something were sent over the first connection. */
    int sent() {
        return sent;
    }

    /** Whether the moment has come. */
    boolean isLost() {
        return sent >= number;
    }

    @Override
    public synchronized Connection open() throws SQLException {
        Connection connection = database.connect();
        if (!first) {
            return connection;
        }
        first = false;
        int pid = pid(connection);
        return proxy(Connection.class, connection, connection, pid);
    }

    private <T> T proxy(Class<T> type, T target, Connection connection, int pid) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            boolean isSent = SENT.contains(method.getName())
                    || (target instanceof Connection && ENDING.contains(method.getName()));
            if (!isSent) {
                Object result = invoke(target, method, arguments);
                return target instanceof Connection && result instanceof Statement statement
                        ? statement(statement, connection, pid)
                        : result;
            }
            boolean isReading = !ALL && target instanceof Statement && isReading(target, arguments);
            if (isReading || (moment == Moment.AFTER && !isCommitting(connection, method))) {
                return invoke(target, method, arguments);
            }
            sent++;
            if (sent != number) {
                return invoke(target, method, arguments);
            }
            if (moment == Moment.BEFORE) {
                end(pid);
                return invoke(target, method, arguments);
            }
            invoke(target, method, arguments);
            end(pid);
            connection.abort(Runnable::run);
            throw new SQLException("the answer was lost", "08006");
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** What only reads leaves the database as the message after it finds it. */
    private static boolean isReading(Object statement, Object[] arguments) {
        String sql = arguments == null ? statement.toString() : arguments[0].toString();
        return sql.strip().toLowerCase(Locale.ROOT).startsWith("select");
    }

    /** Elsewhere an answer that is lost is the same as a statement that is. */
    private static boolean isCommitting(Connection connection, Method method) throws SQLException {
        return method.getName().equals("commit") || connection.getAutoCommit();
    }

    private Statement statement(Statement statement, Connection connection, int pid) {
        return statement instanceof PreparedStatement prepared
                ? proxy(PreparedStatement.class, prepared, connection, pid)
                : proxy(Statement.class, statement, connection, pid);
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static int pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Ends the session and waits until it is gone. */
    private void end(int pid) throws SQLException {
        try (Statement statement = observer.createStatement()) {
            statement.execute("select pg_terminate_backend(" + pid + ", 10000)");
        }
    }
}
