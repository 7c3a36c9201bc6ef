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

/** An empty database for a proof, gone when it is closed. */
public final class ScratchDatabase implements AutoCloseable {
    private final Server server;
    private final String name;

    private ScratchDatabase(Server server, String name) {
        this.server = server;
        this.name = name;
    }

    /**
     * Creates one: on the server that a target names, else beside autogen's own database, else on a temporary server.
     *
     * @param chosen what {@code --scratch-url} names; empty without
     * @throws dev.autogen.scratch.EmbeddedServerException if the temporary server does not start
     */
    public static ScratchDatabase create(Database database, Optional<ConnectionTarget> chosen) throws SQLException {
        Server server = chosen.filter(ServerTarget.class::isInstance)
                .<Server>map(target -> new RemoteServer((ServerTarget) target))
                .or(() -> database.ownServer().map(own -> new OwnServer(own, false)))
                .orElseGet(() -> new OwnServer(EmbeddedServer.startTemporary(), true));
        String name = "autogen_proof_" + UUID.randomUUID().toString().replace("-", "");
        try {
            server.create(name);
        } catch (SQLException | RuntimeException e) {
            server.stop();
            throw e;
        }
        return new ScratchDatabase(server, name);
    }

    /** A new connection, which the caller closes. */
    public Connection connect() throws SQLException {
        return server.connect(name);
    }

    /** Whether the whole server goes with it, so that roles may be made there. */
    public boolean isServerTemporary() {
        return server.isTemporary();
    }

    @Override
    public void close() throws SQLException {
        try {
            server.drop(name);
        } finally {
            server.stop();
        }
    }

    /** Where scratch databases are made. */
    private interface Server {
        void create(String database) throws SQLException;

        Connection connect(String database) throws SQLException;

        void drop(String database) throws SQLException;

        boolean isTemporary();

        void stop();
    }

    private record OwnServer(EmbeddedServer server, boolean isTemporary) implements Server {
        @Override
        public void create(String database) {
            server.createDatabase(database);
        }

        @Override
        public Connection connect(String database) throws SQLException {
            return server.connect(database);
        }

        @Override
        public void drop(String database) {
            if (!isTemporary) {
                server.dropDatabase(database);
            }
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
        public void create(String database) throws SQLException {
            execute("CREATE DATABASE " + database + " TEMPLATE template0");
        }

        @Override
        public Connection connect(String database) throws SQLException {
            ServerTarget scratch = target.withDatabase(database);
            return DriverManager.getConnection(scratch.jdbcUrl(), scratch.properties());
        }

        @Override
        public void drop(String database) throws SQLException {
            execute("DROP DATABASE " + database);
        }

        @Override
        public boolean isTemporary() {
            return false;
        }

        @Override
        public void stop() {}

        private void execute(String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection(target.jdbcUrl(), target.properties());
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
