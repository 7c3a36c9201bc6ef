package dev.autogen.commands.database;

import dev.autogen.commands.DatabaseException;
import dev.autogen.commands.config.ConnectionTarget;
import dev.autogen.commands.config.ServerTarget;
import dev.autogen.scratch.EmbeddedServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * Where databases are made that no command leaves behind: for proofs, and for files of SQL. A temporary server is started
 * with the first of them and gone when this is closed. May be used by several threads.
 */
public final class ScratchServer implements AutoCloseable {
    private static final String EMPTY = "template0";
    private static final String MAINTENANCE = "postgres";

    private final Server server;

    private ScratchServer(Server server) {
        this.server = server;
    }

    /**
     * The server that a target names, else the one of autogen's own database, else a temporary one.
     *
     * @param chosen what {@code --scratch-url} names; empty without
     * @param database the database of the command; empty for a command that needs none
     */
    public static ScratchServer open(Optional<ConnectionTarget> chosen, Optional<Database> database) {
        return new ScratchServer(chosen.filter(ServerTarget.class::isInstance)
                .<Server>map(target -> new RemoteServer((ServerTarget) target))
                .or(() -> database.flatMap(Database::ownServer).map(own -> new OwnServer(own)))
                .orElseGet(TemporaryServer::new));
    }

    /**
     * Creates an empty database.
     *
     * @throws dev.autogen.scratch.EmbeddedServerException if the server is to be started and does not start
     */
    public ScratchDatabase create() throws SQLException {
        return create(EMPTY);
    }

    /** Creates a database that holds what another one holds, to which nobody may be connected. */
    public ScratchDatabase copyOf(ScratchDatabase original) throws SQLException {
        return create(original.name());
    }

    private ScratchDatabase create(String template) throws SQLException {
        String name = "autogen_proof_" + UUID.randomUUID().toString().replace("-", "");
        server.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        return new ScratchDatabase(this, name);
    }

    /** Connects with these properties of the driver beside those that are needed anyway. */
    Connection connect(String database, Properties properties) throws SQLException {
        return server.connect(database, properties);
    }

    void drop(String database) throws SQLException {
        if (!server.isTemporary()) {
            server.execute("DROP DATABASE " + database);
        }
    }

    /** What messages call it. */
    String describe(String version) {
        return target().isPresent()
                ? "the PostgreSQL " + version + " that --scratch-url names"
                : "the embedded PostgreSQL " + version;
    }

    /** The server that was named; empty for one of autogen's own. */
    Optional<ConnectionTarget> target() {
        return server instanceof RemoteServer remote ? Optional.of(remote.target()) : Optional.empty();
    }

    /** What it means that the server refuses something: it is not the database that the command was given. */
    public RuntimeException refused(SQLException refusal) {
        return target().<RuntimeException>map(target -> new DatabaseException(target, refusal))
                .orElseGet(() -> new IllegalStateException(
                        "the embedded server that was just started refuses a connection", refusal));
    }

    /** Whether the whole server goes when this is closed, so that roles may be made there. */
    public boolean isTemporary() {
        return server.isTemporary();
    }

    @Override
    public void close() {
        server.stop();
    }

    private interface Server {
        Connection connect(String database, Properties properties) throws SQLException;

        void execute(String sql) throws SQLException;

        boolean isTemporary();

        void stop();
    }

    private static void run(EmbeddedServer server, String sql) throws SQLException {
        run(server.connect(MAINTENANCE), sql);
    }

    private static Connection connect(EmbeddedServer server, String database, Properties properties)
            throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), properties);
    }

    /** Starts when it is first asked for something. */
    private static final class TemporaryServer implements Server {
        private EmbeddedServer server;

        private synchronized EmbeddedServer server() {
            if (server == null) {
                server = EmbeddedServer.startTemporary();
            }
            return server;
        }

        @Override
        public Connection connect(String database, Properties properties) throws SQLException {
            return ScratchServer.connect(server(), database, properties);
        }

        @Override
        public void execute(String sql) throws SQLException {
            run(server(), sql);
        }

        @Override
        public boolean isTemporary() {
            return true;
        }

        @Override
        public synchronized void stop() {
            if (server != null) {
                server.close();
            }
        }
    }

    private record OwnServer(EmbeddedServer server) implements Server {
        @Override
        public Connection connect(String database, Properties properties) throws SQLException {
            return ScratchServer.connect(server, database, properties);
        }

        @Override
        public void execute(String sql) throws SQLException {
            run(server, sql);
        }

        @Override
        public boolean isTemporary() {
            return false;
        }

        @Override
        public void stop() {}
    }

    private record RemoteServer(ServerTarget target) implements Server {
        @Override
        public Connection connect(String database, Properties properties) throws SQLException {
            Properties all = target.properties();
            all.putAll(properties);
            return DriverManager.getConnection(target.withDatabase(database).jdbcUrl(), all);
        }

        @Override
        public void execute(String sql) throws SQLException {
            run(DriverManager.getConnection(target.jdbcUrl(), target.properties()), sql);
        }

        @Override
        public boolean isTemporary() {
            return false;
        }

        @Override
        public void stop() {}
    }

    private static void run(Connection opened, String sql) throws SQLException {
        try (Connection connection = opened;
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
