package dev.autogen.commands.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Completes a URL: what it lacks comes from the settings beside it, then from {@code PG*} variables, then from the
 * password file, then from libpq's defaults.
 */
record ServerAssembly(Surroundings surroundings, Locations locations) {

    ServerTarget assemble(DatabaseUrl url, Origin origin, Credentials credentials) {
        List<Host> hosts = hosts(url, origin);
        String user = stronger(credentials.user(), origin)
                .or(() -> Optional.ofNullable(url.user()))
                .or(credentials::ownUser)
                .or(() -> credentials.user().map(Setting::value))
                .or(() -> surroundings.variable("PGUSER"))
                .or(() -> surroundings.systemProperty("user.name"))
                .orElseThrow(() -> new ConfigurationException(
                        "No user is given for the database of " + origin + ". Give one with --user or PGUSER."));
        String database = Optional.ofNullable(url.database())
                .or(() -> surroundings.variable("PGDATABASE"))
                .orElse(user);
        List<String> notices = new ArrayList<>();
        Optional<String> password = password(url, origin, credentials, user)
                .or(() -> surroundings.variable("PGPASSWORD"))
                .or(() -> fromPasswordFile(hosts, database, user, notices));
        Map<String, String> parameters = new LinkedHashMap<>(LibpqParameters.ofEnvironment(surroundings));
        parameters.putAll(url.parameters());
        return new ServerTarget(hosts, database, user, password.orElse(null), parameters, origin, notices);
    }

    private List<Host> hosts(DatabaseUrl url, Origin origin) {
        List<Host> hosts;
        try {
            hosts = LibpqParameters.hosts(
                    url.hosts(),
                    surroundings.variable("PGHOST").orElse(null),
                    surroundings.variable("PGPORT").orElse(null));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "PGHOST and PGPORT cannot complete the database URL of " + origin + ": " + e.getMessage()
                            + ". Correct the variables, or give host and port in the URL.",
                    e);
        }
        List<Host> completed = new ArrayList<>();
        for (Host host : hosts) {
            String name = host.name() == null || host.name().isBlank() ? "localhost" : host.name();
            if (name.startsWith("/") || name.startsWith("@")) {
                throw new ConfigurationException("The database host " + name + " (" + origin + ", or PGHOST) is a Unix"
                        + " socket, which the JDBC driver cannot use. Give a host name, such as localhost.");
            }
            completed.add(new Host(name, host.port() == null ? Host.DEFAULT_PORT : host.port()));
        }
        return completed;
    }

    /** The password of a URL belongs to the URL's user: another user does not get it. */
    private Optional<String> password(DatabaseUrl url, Origin origin, Credentials credentials, String user) {
        boolean ofUrl = url.user() == null || url.user().equals(user);
        boolean ofSource =
                credentials.ownUser().isEmpty() || credentials.ownUser().get().equals(user);
        return stronger(credentials.passwordFile(), origin)
                .map(file ->
                        firstLine(file, credentials.passwordFile().orElseThrow().origin()))
                .or(() -> Optional.ofNullable(url.password()).filter(given -> ofUrl))
                .or(() -> credentials.ownPassword().filter(given -> ofSource))
                .or(() -> credentials.passwordFile().map(file -> firstLine(file.value(), file.origin())));
    }

    private static Optional<String> stronger(Optional<Setting<String>> setting, Origin origin) {
        return setting.filter(given -> given.origin().isAtLeastAsStrongAs(origin))
                .map(Setting::value);
    }

    private String firstLine(String file, Origin origin) {
        TextFile text = new TextFile(locations.resolve(file, origin), file);
        return text.read()
                .lines()
                .findFirst()
                .filter(line -> !line.isEmpty())
                .orElseThrow(() -> new ConfigurationException("The password file " + file + " (" + origin
                        + ") is empty. Write the password on its first line."));
    }

    private Optional<String> fromPasswordFile(List<Host> hosts, String database, String user, List<String> notices) {
        Optional<PgPass> file = PgPass.find(surroundings);
        Optional<String> objection = file.flatMap(PgPass::objection);
        if (objection.isPresent()) {
            notices.add(objection.get());
            return Optional.empty();
        }
        return file.flatMap(pgPass -> pgPass.password(hosts, database, user));
    }
}
