package dev.autogen.scratch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A real PostgreSQL of autogen's own, started from programs that came with it; nothing has to be installed. It listens on a free port
 * of 127.0.0.1, has one role with a random password, and stops with {@link #close()}, with this process, or, where that was killed
 * outright, right afterwards. Root and ordinary users can start it.
 *
 * <p>Instances are safe for use by several threads.
 */
public final class EmbeddedServer implements AutoCloseable {

    /** The one role, a superuser. */
    static final String USER = "postgres";

    /** The database that always exists. */
    private static final String MAINTENANCE = "postgres";

    /** How long a start waits for another process on the same directory, unless told otherwise. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(60);

    private final ServerDirectory directory;
    private final Postmaster postmaster;
    private final int majorVersion;
    private final boolean temporary;
    private final DirectoryLock lock;
    private final Thread hook = new Thread(this::stop, "autogen-embedded-server");
    private Postmaster.Running running;
    private String password;
    private Optional<Guard> guard = Optional.empty();
    private boolean stopped;

    private EmbeddedServer(ServerDirectory directory, Programs programs, DirectoryLock lock, boolean temporary) {
        this.directory = directory;
        this.postmaster = new Postmaster(directory, programs);
        this.majorVersion = programs.binaries().majorVersion();
        this.lock = lock;
        this.temporary = temporary;
    }

    /**
     * Starts a server whose data are kept in {@code directory} for the next start; the first start makes them. Waits up to
     * {@link #DEFAULT_PATIENCE} for another process that uses the same directory.
     *
     * @param directory made when missing; belongs to autogen alone
     * @throws EmbeddedServerException when there can be no server; the message says why and what to do
     */
    public static EmbeddedServer start(Path directory) {
        return start(directory, DEFAULT_PATIENCE, message -> {});
    }

    /**
     * Like {@link #start(Path)}.
     *
     * @param patience how long to wait for another process that uses the same directory
     * @param onWait told once, with the process id of the other one, when there is one to wait for
     */
    public static EmbeddedServer start(Path directory, Duration patience, Consumer<String> onWait) {
        return start(directory, Programs.unpacked(), patience, onWait);
    }

    static EmbeddedServer start(Path directory, Programs programs, Duration patience, Consumer<String> onWait) {
        ServerDirectory home = ServerDirectory.at(directory);
        try {
            DirectoryLock lock = DirectoryLock.acquire(home.lock(), patience, onWait);
            return started(new EmbeddedServer(home, programs, lock, false), programs, ServerSettings.KEPT);
        } catch (IOException e) {
            throw ServerDirectory.unusable(home.root(), e);
        }
    }

    /**
     * Starts a server whose data are deleted when it stops. It writes nothing to disk reliably, and is fast.
     *
     * @throws EmbeddedServerException when there can be no server; the message says why and what to do
     */
    public static EmbeddedServer startTemporary() {
        Programs programs = Programs.unpacked();
        Path parent = CacheDirectory.of(programs.account()).resolve("temporary");
        try {
            TemporaryDirectories.Claim claim = TemporaryDirectories.claim(parent, programs);
            return started(
                    new EmbeddedServer(claim.directory(), programs, claim.lock(), true),
                    programs,
                    ServerSettings.TEMPORARY);
        } catch (IOException e) {
            throw ServerDirectory.unusable(parent, e);
        }
    }

    /**
     * The major version of the PostgreSQL that {@link #start} would start, such as 17.
     *
     * @throws EmbeddedServerException when there are no programs for this machine
     */
    public static int bundledMajorVersion() {
        return Programs.unpacked().binaries().majorVersion();
    }

    /** The major version of this server, such as 17. */
    public int majorVersion() {
        return majorVersion;
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return running.port();
    }

    /** The role to connect as; it may do everything. */
    public String user() {
        return USER;
    }

    /** The role's password; it is as secret as the files of this user. */
    public String password() {
        return password;
    }

    /** The directory that holds the data. */
    public Path directory() {
        return directory.root();
    }

    /**
     * A URL that connects to a database of this server as it is. It holds user and password, so it is not for printing.
     *
     * @param database as PostgreSQL stores its name; need not exist
     */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
                .formatted(port(), DatabaseName.inUrl(database), USER, password);
    }

    /** Connects to a database of this server. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database));
    }

    /**
     * Creates an empty database.
     *
     * @param database its name, taken as it is
     * @throws EmbeddedServerException when there is one of that name, or it cannot be created
     */
    public void createDatabase(String database) {
        execute("CREATE DATABASE " + DatabaseName.quoted(database) + " TEMPLATE template0");
    }

    /** Creates an empty database unless there is one of that name; tells whether it did. */
    public boolean createDatabaseIfMissing(String database) {
        if (exists(database)) {
            return false;
        }
        createDatabase(database);
        return true;
    }

    /** Drops a database if there is one of that name, ending its connections. */
    public void dropDatabase(String database) {
        execute("DROP DATABASE IF EXISTS " + DatabaseName.quoted(database) + " WITH (FORCE)");
    }

    /**
     * Stops the server, ending its connections, and deletes the data of a temporary one. Closing again does nothing.
     *
     * @throws EmbeddedServerException when it does not stop
     */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook finds nothing left to do
        }
    }

    /** Names the server without its password. */
    @Override
    public String toString() {
        return "embedded PostgreSQL %d in %s".formatted(majorVersion, directory.root());
    }

    private static EmbeddedServer started(EmbeddedServer server, Programs programs, ServerSettings settings)
            throws IOException {
        boolean started = false;
        try {
            Runtime.getRuntime().addShutdownHook(server.hook);
            server.run(programs, settings);
            started = true;
            return server;
        } finally {
            if (!started) {
                server.close();
            }
        }
    }

    private synchronized void run(Programs programs, ServerSettings settings) throws IOException {
        postmaster.stop(); // of a process that was killed together with its guard
        if (temporary) {
            ServerTemplate.copyInto(directory, programs);
        } else {
            directory.initialise(programs, settings);
        }
        password = directory.password();
        running = postmaster.start(settings);
        guard = Guard.over(running.pid());
    }

    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        try (lock) {
            postmaster.stop();
            guard.ifPresent(Guard::close);
            if (temporary) {
                FileTree.delete(directory.root());
            }
        } catch (IOException e) {
            throw new EmbeddedServerException("Cannot stop the " + this + ": " + IoReason.of(e), e);
        }
    }

    private boolean exists(String database) {
        try (Connection connection = connect(MAINTENANCE);
                var query = connection.prepareStatement("SELECT FROM pg_catalog.pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw new EmbeddedServerException("The " + this + " does not list its databases: " + e.getMessage(), e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = connect(MAINTENANCE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new EmbeddedServerException("The " + this + " refused \"" + sql + "\": " + e.getMessage(), e);
        }
    }
}
