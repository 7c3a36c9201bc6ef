package dev.autogen.commands.database;

import dev.autogen.commands.config.ConnectionTarget;
import dev.autogen.commands.config.ServerTarget;
import dev.autogen.scratch.EmbeddedServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/** Where the databases of proofs are made; a temporary server is gone when this is closed. */
public final class ScratchServer implements AutoCloseable {
    private static final String EMPTY = "template0";

    private final Server server;

    private ScratchServer(Server server) {
        this.server = server;
    }

    /**
     * Opens one: the server that a target names, else the one of autogen's own database, else a temporary one.
     *
     * @param chosen what {@code --scratch-url} names; empty without
     * @param database the database of the command; empty for a command that needs none
     * @throws dev.autogen.scratch.EmbeddedServerException if the temporary server does not start
     */
    public static ScratchServer open(Optional<ConnectionTarget> chosen, Optional<Database> database) {
        return new ScratchServer(chosen.filter(ServerTarget.class::isInstance)
                .<Server>map(target -> new RemoteServer((ServerTarget) target))
                .or(() -> database.flatMap(Database::ownServer).map(own -> new OwnServer(own, false)))
                .orElseGet(() -> new OwnServer(EmbeddedServer.startTemporary(), true)));
    }

    /** Creates an empty database. */
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

    Connection connect(String database) throws SQLException {
        return server.connect(database);
    }

    void drop(String database) throws SQLException {
        if (!server.isTemporary()) {
            server.execute("DROP DATABASE " + database);
        }
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
        Connection connect(String database) throws SQLException;

        void execute(String sql) throws SQLException;

        boolean isTemporary();

        void stop();
    }

    private record OwnServer(EmbeddedServer server, boolean isTemporary) implements Server {
        private static final String MAINTENANCE = "postgres";

        @Override
        public Connection connect(String database) throws SQLException {
            return server.connect(database);
        }

        @Override
        public void execute(String sql) throws SQLException {
            run(connect(MAINTENANCE), sql);
        }

        @Override
        public void stop() {
            if (isTemporary) {
                server.close();
            }
        }
    }

    private record RemoteServer(ServerTarget target) implements Server {
        @Override
        public Connection connect(String database) throws SQLException {
            ServerTarget scratch = target.withDatabase(database);
            return DriverManager.getConnection(scratch.jdbcUrl(), scratch.properties());
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
