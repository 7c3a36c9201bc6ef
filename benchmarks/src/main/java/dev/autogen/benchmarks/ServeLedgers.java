package dev.autogen.benchmarks;

import dev.autogen.scratch.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Keeps a PostgreSQL running, with the databases of some ledgers, until standard input ends. */
public final class ServeLedgers {

    private ServeLedgers() {}

    /**
     * Creates, for each ledger, a database that agrees with its entities, one of which one table in a hundred differs,
     * and an empty one; writes their URLs to {@code url.agreeing}, {@code url.changed} and {@code url.empty} in its
     * directory; says {@code ready}; and waits.
     *
     * @param arguments the directories of the ledgers
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        try (EmbeddedServer server = EmbeddedServer.startTemporary()) {
            for (String argument : arguments) {
                Path ledger = Path.of(argument);
                serve(server, ledger, "agreeing", Ledger.SCHEMA);
                serve(server, ledger, "changed", Ledger.SCHEMA, Ledger.CHANGES);
                serve(server, ledger, "empty");
            }
            System.out.println("ready");
            while (System.in.read() >= 0) {
                // Until the end.
            }
        }
    }

    private static void serve(EmbeddedServer server, Path ledger, String kind, String... scripts)
            throws IOException, SQLException {
        String name = ledger.getFileName() + "_" + kind;
        create(server, name, ledger, scripts);
        Files.writeString(ledger.resolve("url." + kind), server.jdbcUrl(name));
    }

    static void create(EmbeddedServer server, String name, Path ledger, String... scripts)
            throws IOException, SQLException {
        server.createDatabase(name);
        try (Connection connection = server.connect(name);
                Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.execute(Files.readString(ledger.resolve(script)));
            }
            // So that nothing is analyzed in the background while the clock runs.
            statement.execute("VACUUM ANALYZE");
        }
    }
}
