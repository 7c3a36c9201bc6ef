package dev.autogen.commands;

import dev.autogen.commands.config.ServerTarget;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;

/** What PostgreSQL's refusals mean to users, by SQLSTATE (PostgreSQL, appendix A). */
final class ServerFailure {
    private static final String CONNECTION_REJECTED = "08004";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private ServerFailure() {}

    /** The same with what the workspace knows: who logs in with what, and which rights are missing. */
    static Failure of(SQLException e, Workspace workspace) {
        if (!(workspace.settings().database() instanceof ServerTarget server)) {
            return of(e);
        }
        if (CONNECTION_REJECTED.equals(e.getSQLState()) && !server.hasPassword()) {
            return database(wantsPassword(e, server));
        }
        if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
            List<String> grants = MissingRights.of(workspace, server);
            return database("The role " + server.user() + " lacks a right: " + firstSentence(e) + ". "
                    + (grants.isEmpty()
                            ? "Grant it, or connect as the owner."
                            : "Let the owner grant it: " + String.join("; ", grants) + "."));
        }
        return of(e);
    }

    /** The same with which of several databases it is. */
    static Failure of(DatabaseException e) {
        String which = e.target().describe() + " (" + e.target().chosenBy() + "): ";
        if (e.target() instanceof ServerTarget server
                && CONNECTION_REJECTED.equals(e.refusal().getSQLState())
                && !server.hasPassword()) {
            return database(which + wantsPassword(e.refusal(), server));
        }
        return database(which + of(e.refusal()).message());
    }

    private static String wantsPassword(SQLException e, ServerTarget server) {
        return "The database wants a password for " + server.user() + ", and none is configured: " + firstSentence(e)
                + ". Give it with PGPASSWORD, ~/.pgpass, --password-file or in the URL.";
    }

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
            case INSUFFICIENT_PRIVILEGE ->
                database("The role lacks a right: " + words + ". Grant it, or connect as the owner.");
            case "57P01", "57P02" ->
                database("The server ended the connection: " + words
                        + ". What was not committed is rolled back; run the command again when it is back.");
            case "53300", "57P03" -> database("The database takes no more connections now: " + words + ".");
            default ->
                database("The database refused a statement of autogen's own: " + words + " (SQLSTATE " + state + ").");
        };
    }

    private static Failure database(String message) {
        return new Failure(ExitCode.DATABASE, message);
    }

    private static String firstSentence(SQLException e) {
        if (e.getCause() instanceof UnknownHostException unknown) {
            return "no host of the name " + unknown.getMessage() + " is known";
        }
        String message = String.valueOf(e.getMessage())
                .strip()
                .replaceFirst("\\n\\s*Position: \\d+$", "")
                .replaceAll("\\s*\\n\\s*", "; ");
        String plain = message.replaceFirst("^(ERROR|FATAL): ", "");
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
