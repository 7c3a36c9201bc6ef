package dev.autogen.introspector;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.IntPredicate;

/** Counts how often a connection asks the server. */
final class RoundTrips {
    private final Connection target;
    private int count;
    private IntPredicate interrupted = number -> false;
    private Interruption interruption = () -> {};

    /** What someone else does in between. */
    @FunctionalInterface
    interface Interruption {
        void run() throws SQLException;
    }

    RoundTrips(Connection target) {
        this.target = target;
    }

    /** Lets something happen before the round trips of those numbers, counted from 1. */
    RoundTrips interrupted(IntPredicate when, Interruption newInterruption) {
        interrupted = when;
        interruption = newInterruption;
        return this;
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
                        if (interrupted.test(count)) {
                            interruption.run();
                        }
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
