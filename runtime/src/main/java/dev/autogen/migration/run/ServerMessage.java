package dev.autogen.migration.run;

import java.sql.SQLException;

/**
 * What PostgreSQL said when it refused something. The fields of its message (PostgreSQL, section 55.8) are asked of the
 * driver's exception by name, since the runtime depends on no driver; another driver's message is taken as it is.
 *
 * @param text severity and message, in the server's language
 * @param position the character of the statement that it points at, from 1; 0 for none
 * @param detail what the server added; null for nothing
 * @param hint what the server advises; null for nothing
 * @param where the functions and statements it was in; null for nothing
 */
record ServerMessage(String text, int position, String detail, String hint, String where) {

    static ServerMessage of(SQLException exception) {
        try {
            Object message =
                    exception.getClass().getMethod("getServerErrorMessage").invoke(exception);
            if (message != null) {
                return new ServerMessage(
                        field(message, "getSeverity") + ": " + field(message, "getMessage"),
                        (Integer) message.getClass().getMethod("getPosition").invoke(message),
                        field(message, "getDetail"),
                        field(message, "getHint"),
                        field(message, "getWhere"));
            }
        } catch (ReflectiveOperationException e) {
            return plain(exception);
        }
        return plain(exception);
    }

    private static ServerMessage plain(SQLException exception) {
        return new ServerMessage(String.valueOf(exception.getMessage()), 0, null, null, null);
    }

    private static String field(Object message, String getter) throws ReflectiveOperationException {
        return (String) message.getClass().getMethod(getter).invoke(message);
    }
}
