package dev.autogen.commands;

import java.sql.SQLException;

/** What PostgreSQL's refusals mean to users, by SQLSTATE (PostgreSQL, appendix A). */
final class ServerFailure {
    private ServerFailure() {}

    static Failure of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String words = firstSentence(e);
        if (state.startsWith("08")) {
            return database("The database cannot be reached: " + words
                    + ". Check host and port, and that the server runs and accepts connections.");
        }
        if (state.startsWith("28")) {
            return database("The database refuses the login: " + words
                    + ". Check user and password (PGPASSWORD, ~/.pgpass, --password-file or the URL give it).");
        }
        return switch (state) {
            case "3D000" -> database(words + ". Create it, or correct the name in the URL.");
            case "42501" ->
                database("The role lacks a right: " + words + ". Grant it, or connect as the owner of the schema.");
            case "53300", "57P03" -> database("The database takes no more connections now: " + words + ".");
            default ->
                database("The database refused a statement of autogen's own: " + words + " (SQLSTATE " + state + ").");
        };
    }

    private static Failure database(String message) {
        return new Failure(ExitCode.DATABASE, message);
    }

    private static String firstSentence(SQLException e) {
        String message = String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\n\\s*", "; ");
        String plain = message.replaceFirst("^(ERROR|FATAL): ", "");
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
