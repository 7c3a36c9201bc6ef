package dev.autogen.introspector;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;

/** Counts how often a connection asks the server. */
final class RoundTrips {
    private final Connection target;
    private int count;

    RoundTrips(Connection target) {
        this.target = target;
    }

    int count() {
        return count;
    }

    Connection connection() {
        return proxy(Connection.class, target);
    }

    private <T> T proxy(Class<T> type, T object) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().startsWith("execute")
                            || method.getName().equals("rollback")
                            || method.getName().equals("commit")
                            || method.getName().equals("getTransactionIsolation")) {
                        count++;
                    }
                    try {
                        Object result = method.invoke(object, arguments);
                        if (result instanceof PreparedStatement statement) {
                            return proxy(PreparedStatement.class, statement);
                        }
                        return result instanceof Statement statement ? proxy(Statement.class, statement) : result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
