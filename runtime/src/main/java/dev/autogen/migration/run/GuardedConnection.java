package dev.autogen.migration.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The connection that a migration's own code is given: the runner alone ends its transaction. Whatever leads back to a
 * connection, such as a statement or what the driver unwraps to, leads to this one.
 */
final class GuardedConnection implements InvocationHandler {
    private static final Set<String> REFUSED =
            Set.of("commit", "rollback", "close", "abort", "setAutoCommit", "setTransactionIsolation");
    /** What the names of methods begin with that send their SQL, now or later. */
    private static final List<String> SENDING = List.of("exec", "prepare", "addBatch");

    private static final List<Class<?>> LEADING_BACK =
            List.of(Connection.class, Statement.class, ResultSet.class, DatabaseMetaData.class);

    private final Object target;
    private final Connection connection;

    /** The connection's guard to which this leads back has null instead of a connection: it is the proxy itself. */
    private GuardedConnection(Object target, Connection connection) {
        this.target = target;
        this.connection = connection;
    }

    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new GuardedConnection(connection, null));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class && method.getName().equals("equals")) {
            return proxy == arguments[0];
        }
        Connection guarded = connection == null ? (Connection) proxy : connection;
        if (target instanceof Connection) {
            refuseEnding(method, arguments);
        }
        if (arguments != null && arguments[0] instanceof String sql) {
            refuseEnding(method, sql);
        }
        if (method.getDeclaringClass() == Wrapper.class) {
            return unwrap(guarded, method, (Class<?>) arguments[0]);
        }
        try {
            return guard(method.invoke(target, arguments), method.getReturnType(), guarded);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void refuseEnding(Method method, Object... arguments) throws SQLException {
        boolean toSavepoint = method.getName().equals("rollback") && arguments != null;
        if (REFUSED.contains(method.getName()) && !toSavepoint) {
            throw new SQLException("a migration must not call Connection." + method.getName()
                    + "(): the runner commits it together with its version");
        }
    }

    /** SQL may end the transaction, too; outside of one, it is the author's to begin and end. */
    private void refuseEnding(Method method, String sql) throws SQLException {
        if (SENDING.stream().noneMatch(method.getName()::startsWith)) {
            return;
        }
        Optional<String> ending = TransactionControl.in(sql);
        if (ending.isPresent() && isInTransaction()) {
            throw new SQLException(
                    "a migration must not send " + ending.get() + ": the runner commits it together with its version");
        }
    }

    private boolean isInTransaction() throws SQLException {
        return target instanceof Connection itself
                ? !itself.getAutoCommit()
                : target instanceof Statement statement
                        && !statement.getConnection().getAutoCommit();
    }

    /** An interface of the driver's, for COPY say, is there behind a guard; its classes could not be guarded. */
    private Object unwrap(Connection guarded, Method method, Class<?> wanted) throws SQLException {
        Wrapper wrapper = (Wrapper) target;
        if (method.getName().equals("isWrapperFor")) {
            return wanted.isInterface() && wrapper.isWrapperFor(wanted);
        }
        if (!wanted.isInterface()) {
            throw new SQLException("a migration cannot unwrap the class " + wanted.getName()
                    + ": the runner guards what ends the transaction, which it can for interfaces alone");
        }
        return guard(wrapper.unwrap(wanted), wanted, guarded);
    }

    private static Object guard(Object result, Class<?> type, Connection guarded) {
        if (result instanceof Connection && type.isInstance(guarded)) {
            return guarded;
        }
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        LEADING_BACK.stream().filter(each -> each.isInstance(result)).forEach(interfaces::add);
        if (interfaces.isEmpty() || !type.isInterface()) {
            return result;
        }
        interfaces.add(type);
        // The interface may be the driver's, whose class loader need not be autogen's.
        return Proxy.newProxyInstance(
                type.getClassLoader(), interfaces.toArray(Class<?>[]::new), new GuardedConnection(result, guarded));
    }
}
