package dev.autogen.commands.script;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.DOTALL;

import dev.autogen.commands.config.ConfigurationException;
import dev.autogen.schema.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Runs a script on an empty database of autogen's own, for the schema it makes. Rows, owners, grants and what concerns
 * the whole server are passed over; roles that policies and the like name are made.
 */
public final class ScriptLoader {
    private static final int ATTEMPTS = 20;
    private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.*)\" does not exist", DOTALL);
    private static final Pattern NAMED_EXTENSION = Pattern.compile(
            "(?:CREATE|COMMENT\\s+ON)\\s+EXTENSION\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(?:\"([^\"]+)\"|([\\w$-]+)).*",
            CASE_INSENSITIVE | DOTALL);
    private static final Set<String> ALREADY_THERE = Set.of("42710", "23505");
    private static final Set<String> NOT_AVAILABLE = Set.of("0A000", "58P01", "22023", "42704");

    private final SqlScript script;
    private final String server;
    private final boolean mayCreateRoles;
    private final Map<String, Integer> missingExtensions = new TreeMap<>();

    private ScriptLoader(SqlScript script, String server, boolean mayCreateRoles) {
        this.script = script;
        this.server = server;
        this.mayCreateRoles = mayCreateRoles;
    }

    /**
     * Loads a script.
     *
     * @param connection to an empty database, in simple query mode; what the script sets, such as an empty search path,
     *     stays set on it
     * @param server what messages call the server, such as {@code the embedded PostgreSQL 17.11}
     * @param mayCreateRoles whether roles may be made, since they go with the server
     * @throws ConfigurationException with file and line, when the server refuses a statement
     * @throws SQLException if the connection fails
     */
    public static LoadedScript load(SqlScript script, Connection connection, String server, boolean mayCreateRoles)
            throws SQLException {
        ScriptLoader loader = new ScriptLoader(script, server, mayCreateRoles);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (ScriptStatement each : loader.script.statements()) {
                loader.run(each, statement);
            }
        }
        return loader.loaded();
    }

    private LoadedScript loaded() {
        return new LoadedScript(
                Optional.of(server),
                missingExtensions.keySet().stream().toList(),
                missingExtensions.entrySet().stream()
                        .map(missing -> script.name() + ":" + missing.getValue() + ": the extension " + missing.getKey()
                                + " is not in " + server + ", so it was passed over")
                        .toList());
    }

    private void run(ScriptStatement each, Statement statement) throws SQLException {
        StatementKind kind = StatementKind.of(each.text());
        if (kind == StatementKind.PASSED_OVER) {
            return;
        }
        if (kind == StatementKind.REFUSED) {
            throw new ConfigurationException(
                    script.name() + ":" + each.line() + ": a ROLLBACK would take back what stands"
                            + " before it, but a file is loaded as a whole. Leave it out.");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                statement.execute(each.text());
                return;
            } catch (SQLException e) {
                if (kind.tolerates(e.getSQLState()) || isAboutMissingExtension(each, e)) {
                    return;
                }
                if (attempt == ATTEMPTS || !createdRole(e, statement)) {
                    throw refusal(each, e);
                }
            }
        }
    }

    private boolean isAboutMissingExtension(ScriptStatement each, SQLException e) {
        Matcher named = NAMED_EXTENSION.matcher(each.text());
        if (!named.matches() || !NOT_AVAILABLE.contains(e.getSQLState())) {
            return false;
        }
        missingExtensions.putIfAbsent(named.group(1) == null ? named.group(2) : named.group(1), each.line());
        return true;
    }

    /** Where roles may be made, the server is autogen's own, so its messages are in English. */
    private boolean createdRole(SQLException e, Statement statement) throws SQLException {
        Optional<String> message = serverMessage(e).map(ServerErrorMessage::getMessage);
        Matcher missing = MISSING_ROLE.matcher(message.orElse(""));
        if (!mayCreateRoles || !missing.matches()) {
            return false;
        }
        try {
            statement.execute("CREATE ROLE " + Identifiers.quote(missing.group(1)));
        } catch (SQLException already) {
            // The other file may have asked for it at the same time.
            if (!ALREADY_THERE.contains(already.getSQLState())) {
                throw already;
            }
        }
        return true;
    }

    private ConfigurationException refusal(ScriptStatement each, SQLException e) throws SQLException {
        Optional<ServerErrorMessage> server = serverMessage(e);
        if (server.isEmpty()) {
            throw e;
        }
        int line = each.lineOf(Math.max(0, server.get().getPosition() - 1));
        String hint = missingExtensions.isEmpty()
                ? "Correct the file" + (mayCreateRoles ? "" : ", or name another server") + "; nothing was compared."
                : "The file needs " + String.join(", ", missingExtensions.keySet()) + ", which " + server
                        + " does not have: name a server that has it with --scratch-url, or load the file into a database"
                        + " of such a server and name that database instead.";
        return new ConfigurationException(
                script.name() + ":" + line + ": " + server.get().getMessage()
                        + (server.get().getDetail() == null
                                ? ""
                                : " (" + server.get().getDetail() + ")") + ". " + hint,
                e);
    }

    private static Optional<ServerErrorMessage> serverMessage(SQLException e) {
        return e instanceof PSQLException postgres
                ? Optional.ofNullable(postgres.getServerErrorMessage())
                : Optional.empty();
    }
}
