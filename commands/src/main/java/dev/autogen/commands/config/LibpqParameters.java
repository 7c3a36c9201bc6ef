package dev.autogen.commands.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in the JDBC driver's words what libpq's connection parameters and {@code PG*} variables say. */
final class LibpqParameters {

    private static final Map<String, String> JDBC_NAMES = Map.ofEntries(
            Map.entry("connect_timeout", "connectTimeout"),
            Map.entry("application_name", "ApplicationName"),
            Map.entry("target_session_attrs", "targetServerType"),
            Map.entry("channel_binding", "channelBinding"),
            Map.entry("gssencmode", "gssEncMode"),
            Map.entry("krbsrvname", "kerberosServerName"),
            Map.entry("sslnegotiation", "sslNegotiation"));

    private static final Map<String, String> SERVER_TYPES = Map.of(
            "read-write", "primary",
            "read-only", "secondary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("PGSSLMODE", "sslmode"),
            Map.entry("PGSSLROOTCERT", "sslrootcert"),
            Map.entry("PGSSLCERT", "sslcert"),
            Map.entry("PGSSLKEY", "sslkey"),
            Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
            Map.entry("PGAPPNAME", "application_name"),
            Map.entry("PGTARGETSESSIONATTRS", "target_session_attrs"),
            Map.entry("PGCHANNELBINDING", "channel_binding"),
            Map.entry("PGOPTIONS", "options"));

    private LibpqParameters() {}

    /** The same URL by the driver's names; {@code host}, {@code port} and {@code dbname} of the query go to their places. */
    static DatabaseUrl toJdbc(DatabaseUrl url) {
        Map<String, String> query = new LinkedHashMap<>(url.parameters());
        String hosts = query.remove("host");
        String ports = query.remove("port");
        String database = query.remove("dbname");
        Map<String, String> parameters = new LinkedHashMap<>();
        query.forEach((name, value) -> put(name, value, parameters));
        return new DatabaseUrl(
                hosts == null && ports == null ? url.hosts() : hosts(url.hosts(), hosts, ports),
                database == null ? url.database() : database,
                url.user(),
                url.password(),
                parameters);
    }

    /** The driver's properties that the environment's {@code PG*} variables ask for. */
    static Map<String, String> ofEnvironment(Surroundings surroundings) {
        Map<String, String> parameters = new LinkedHashMap<>();
        VARIABLES.forEach(
                (variable, name) -> surroundings.variable(variable).ifPresent(value -> put(name, value, parameters)));
        return parameters;
    }

    /**
     * Fills in the hosts' missing names and ports.
     *
     * @param names separated by commas; null for none
     * @param ports one for each host, or one for all; null for none
     */
    static List<Host> hosts(List<Host> given, String names, String ports) {
        List<String> nameList = names == null ? List.of() : List.of(names.split(",", -1));
        List<String> portList = ports == null ? List.of() : List.of(ports.split(",", -1));
        boolean nameless = given.size() == 1 && given.get(0).name() == null;
        int count = nameless && !nameList.isEmpty() ? nameList.size() : given.size();
        if (portList.size() > 1 && portList.size() != count) {
            throw new DatabaseUrl.MalformedPart(portList.size() + " ports are given for " + count + " hosts");
        }
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Host host = given.get(Math.min(i, given.size() - 1));
            String name = nameless && !nameList.isEmpty() ? nameList.get(i).strip() : host.name();
            Optional<String> port = portList.isEmpty()
                    ? Optional.empty()
                    : Optional.of(portList.get(portList.size() == 1 ? 0 : i).strip());
            hosts.add(new Host(
                    name,
                    host.port() != null
                            ? host.port()
                            : port.map(DatabaseUrl::port).orElse(null)));
        }
        return hosts;
    }

    private static void put(String name, String value, Map<String, String> parameters) {
        switch (name) {
            case "ssl" -> parameters.put("sslmode", value.equals("true") ? "require" : value);
            case "target_session_attrs" ->
                parameters.put(JDBC_NAMES.get(name), SERVER_TYPES.getOrDefault(value, value));
            default -> parameters.put(JDBC_NAMES.getOrDefault(name, name), value);
        }
    }
}
