package dev.autogen.migration;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Connections that note which statements of a migration are sent over them, and in which transactions. */
final class SentStatements {
    private final List<List<String>> transactions = new ArrayList<>(List.of(new ArrayList<>()));
    private final List<Boolean> committed = new ArrayList<>(List.of(false));

    Connection watch(Connection connection) {
        return proxy(Connection.class, connection, (method, arguments, result) -> {
            if (method.equals("setAutoCommit") && arguments[0].equals(false)) {
                begin(true);
            } else if (method.equals("commit")) {
                begin(false);
            }
            if (result instanceof PreparedStatement prepared) {
                return prepared(prepared, (String) arguments[0]);
            }
            return result instanceof Statement statement ? plain(statement) : result;
        });
    }

    private Statement plain(Statement statement) {
        return proxy(Statement.class, statement, (method, arguments, result) -> {
            if (method.startsWith("execute")) {
                note((String) arguments[0], "");
            }
            return result;
        });
    }

    private PreparedStatement prepared(PreparedStatement statement, String sql) {
        TreeMap<Integer, Object> parameters = new TreeMap<>();
        return proxy(PreparedStatement.class, statement, (method, arguments, result) -> {
            if (method.startsWith("set") && arguments.length > 1) {
                parameters.put((Integer) arguments[0], arguments[1]);
            } else if (method.startsWith("execute")) {
                note(
                        sql,
                        String.join(
                                ", ",
                                parameters.values().stream()
                                        .map(SentStatements::literal)
                                        .toList()));
            }
            return result;
        });
    }

    private static String literal(Object value) {
        return value instanceof String ? "'" + value + "'" : String.valueOf(value);
    }

    private void begin(boolean transaction) {
        transactions.add(new ArrayList<>());
        committed.add(transaction);
    }

    /** What the runner asks and notes for itself is left out: it asks in lower case. */
    private void note(String sql, String parameters) {
        boolean own = sql.startsWith("select ") || sql.contains("autogen");
        if (!own) {
            String ended = sql.strip().endsWith(";") ? sql.strip() : sql.strip() + ";";
            transactions.get(transactions.size() - 1).add(parameters.isEmpty() ? ended : ended + " -- " + parameters);
        }
    }

    /** The statements, with the transactions' ends where there is more than one transaction or something outside. */
    String text() {
        List<Integer> filled = new ArrayList<>();
        for (int i = 0; i < transactions.size(); i++) {
            if (!transactions.get(i).isEmpty()) {
                filled.add(i);
            }
        }
        boolean one = filled.size() == 1 && committed.get(filled.get(0));
        StringBuilder text = new StringBuilder();
        for (int i : filled) {
            boolean framed = !one && committed.get(i);
            text.append(framed ? "BEGIN;\n" : "");
            transactions.get(i).forEach(statement -> text.append(statement).append('\n'));
            text.append(framed ? "COMMIT;\n" : "");
        }
        return text.toString();
    }

    private static <T> T proxy(Class<T> type, T target, Listener listener) {
        InvocationHandler handler = (Object proxy, Method method, Object[] arguments) -> {
            try {
                return listener.called(method.getName(), arguments, method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(SentStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private interface Listener {
        Object called(String method, Object[] arguments, Object result);
    }
}
