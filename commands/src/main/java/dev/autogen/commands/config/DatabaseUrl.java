package dev.autogen.commands.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The parts of a PostgreSQL URL, in the driver's spelling {@code jdbc:postgresql://host:port/db?key=value} or in
 * libpq's, {@code postgres://user:password@host:port/db?key=value}. Every part may be missing; several hosts are
 * separated by commas.
 *
 * @param hosts at least one, if only one that says nothing
 * @param database null when not given
 * @param user null when not given
 * @param password null when not given
 * @param parameters the rest of the query, by the JDBC driver's names
 */
record DatabaseUrl(List<Host> hosts, String database, String user, String password, Map<String, String> parameters) {

    /** The URL that stands for autogen's own PostgreSQL. */
    static final String EMBEDDED = "embedded";

    /** A URL that leaves every part to the {@code PG*} variables. */
    static final DatabaseUrl UNSPECIFIC = new DatabaseUrl(List.of(new Host(null, null)), null, null, null, Map.of());

    private static final String JDBC = "jdbc:postgresql:";
    private static final List<String> LIBPQ = List.of("postgres://", "postgresql://");

    DatabaseUrl {
        hosts = List.copyOf(hosts);
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads the URL.
     *
     * @throws ConfigurationException when it is not PostgreSQL's, or is malformed; the message masks its password
     */
    static DatabaseUrl parse(String text, Origin origin) {
        String lower = text.toLowerCase(Locale.ROOT);
        try {
            if (lower.startsWith(JDBC)) {
                String rest = text.substring(JDBC.length());
                UnaryOperator<String> decoder = part -> URLDecoder.decode(part, StandardCharsets.UTF_8);
                return rest.startsWith("//")
                        ? new Parser(decoder).parse(rest.substring(2))
                        : new Parser(decoder).parse("/" + rest.replaceFirst("^/", ""));
            }
            for (String scheme : LIBPQ) {
                if (lower.startsWith(scheme)) {
                    // libpq leaves a plus sign alone.
                    DatabaseUrl url = new Parser(
                                    part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                            .parse(text.substring(scheme.length()));
                    return LibpqParameters.toJdbc(url);
                }
            }
        } catch (IllegalArgumentException e) {
            // Without its cause, whose message quotes what could not be decoded.
            throw new ConfigurationException("The database URL " + Masking.mask(text) + " (" + origin
                    + ") is malformed: " + problem(e) + ". In user, password and database write special characters"
                    + " percent-encoded, such as %40 for @ and %2F for /.");
        }
        throw new ConfigurationException("The database URL \"" + Masking.mask(text) + "\" (" + origin
                + ") is not PostgreSQL's, and autogen migrates PostgreSQL only. Give jdbc:postgresql://host/database,"
                + " postgres://user@host/database or embedded, with --url or DATABASE_URL.");
    }

    /** The decoder's own messages quote what they could not decode, which may be a piece of the password. */
    private static String problem(IllegalArgumentException e) {
        return e instanceof MalformedPart ? e.getMessage() : "a percent sign begins no valid percent-encoding";
    }

    static final class MalformedPart extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        MalformedPart(String message) {
            super(message);
        }
    }

    private record Parser(UnaryOperator<String> decoder) {

        DatabaseUrl parse(String rest) {
            int question = rest.indexOf('?');
            String beforeQuery = question < 0 ? rest : rest.substring(0, question);
            Map<String, String> parameters =
                    question < 0 ? new LinkedHashMap<>() : parameters(rest.substring(question + 1));
            int slash = beforeQuery.indexOf('/');
            String authority = slash < 0 ? beforeQuery : beforeQuery.substring(0, slash);
            String database = slash < 0 ? "" : beforeQuery.substring(slash + 1);
            if (!authority.contains("@") && database.contains("@")) {
                throw new MalformedPart("a slash stands before the @");
            }
            int at = authority.lastIndexOf('@');
            String userInfo = at < 0 ? "" : authority.substring(0, at);
            int colon = userInfo.indexOf(':');
            String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
            String password = colon < 0 ? "" : userInfo.substring(colon + 1);
            String userParameter = parameters.remove("user");
            String passwordParameter = parameters.remove("password");
            return new DatabaseUrl(
                    hosts(authority.substring(at + 1)),
                    decodedOrNull(database),
                    isGiven(userParameter) ? userParameter : decodedOrNull(user),
                    isGiven(passwordParameter) ? passwordParameter : decodedOrNull(password),
                    parameters);
        }

        /** For libpq, and so for everyone, an empty part is a missing one. */
        private static boolean isGiven(String parameter) {
            return parameter != null && !parameter.isEmpty();
        }

        private List<Host> hosts(String text) {
            List<Host> hosts = new ArrayList<>();
            for (String each : text.split(",", -1)) {
                hosts.add(host(each));
            }
            return hosts;
        }

        private Host host(String text) {
            int afterName;
            String name;
            if (text.startsWith("[")) {
                afterName = text.indexOf(']') + 1;
                if (afterName == 0) {
                    throw new MalformedPart("a bracket of an IPv6 address is not closed");
                }
                name = text.substring(1, afterName - 1);
            } else {
                int colon = text.indexOf(':');
                afterName = colon < 0 ? text.length() : colon;
                name = text.substring(0, afterName);
            }
            String port = text.substring(afterName);
            if (!port.isEmpty() && !port.startsWith(":")) {
                throw new MalformedPart("after an IPv6 address only a port may follow");
            }
            return new Host(decodedOrNull(name), port.length() < 2 ? null : port(port.substring(1)));
        }

        private Map<String, String> parameters(String query) {
            Map<String, String> parameters = new LinkedHashMap<>();
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (!pair.isEmpty()) {
                    String key = equals < 0 ? pair : pair.substring(0, equals);
                    String value = equals < 0 ? "" : pair.substring(equals + 1);
                    parameters.put(decoder.apply(key), decoder.apply(value));
                }
            }
            return parameters;
        }

        private String decodedOrNull(String text) {
            return text.isEmpty() ? null : decoder.apply(text);
        }
    }

    /** Reads a port; the text itself stays out of the message, since it may be part of an unencoded password. */
    static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw new MalformedPart("a port is not a number from 1 to 65535");
        }
        return port;
    }
}
