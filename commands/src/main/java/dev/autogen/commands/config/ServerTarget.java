package dev.autogen.commands.config;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** A PostgreSQL server, with everything a connection needs. Its password is in {@link #properties()} and nowhere else. */
public final class ServerTarget implements ConnectionTarget {

    /** The driver's parameter for the search path of a connection. */
    static final String CURRENT_SCHEMA = "currentSchema";

    private final List<Host> hosts;
    private final String database;
    private final String user;
    private final String password;
    private final Map<String, String> parameters;
    private final Origin chosenBy;
    private final List<String> notices;

    /**
     * @param password null when the server must do without
     * @param parameters the driver's connection properties
     */
    ServerTarget(
            List<Host> hosts,
            String database,
            String user,
            String password,
            Map<String, String> parameters,
            Origin chosenBy,
            List<String> notices) {
        this.hosts = List.copyOf(hosts);
        this.database = database;
        this.user = user;
        this.password = password;
        this.parameters = Map.copyOf(parameters);
        this.chosenBy = chosenBy;
        this.notices = List.copyOf(notices);
    }

    /** The URL for the JDBC driver, to be used with {@link #properties()}; it holds neither user nor password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + authority() + "/" + encoded(database);
    }

    /** User, password and the driver's other connection properties; a new object each time. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.putAll(parameters);
        properties.setProperty("user", user);
        if (password != null) {
            properties.setProperty("password", password);
        }
        return properties;
    }

    public String user() {
        return user;
    }

    public String database() {
        return database;
    }

    /** True when a password was found, wherever it was. */
    public boolean hasPassword() {
        return password != null;
    }

    @Override
    public Optional<List<String>> currentSchema() {
        return Optional.ofNullable(parameters.get(CURRENT_SCHEMA))
                .map(Option.SCHEMA::split)
                .filter(schemas -> !schemas.isEmpty());
    }

    /** This server with another database of the same name space, for the same user. */
    public ServerTarget withDatabase(String name) {
        return new ServerTarget(hosts, name, user, password, new LinkedHashMap<>(parameters), chosenBy, notices);
    }

    @Override
    public Origin chosenBy() {
        return chosenBy;
    }

    @Override
    public List<String> notices() {
        return notices;
    }

    @Override
    public String describe() {
        return "postgresql://" + encoded(user) + "@" + authority() + "/" + encoded(database);
    }

    @Override
    public String toString() {
        return describe() + " (" + chosenBy + ")";
    }

    private String authority() {
        return hosts.stream().map(Host::authority).collect(Collectors.joining(","));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
