package dev.autogen.commands.database;

import dev.autogen.commands.Version;
import dev.autogen.commands.Workspace;
import dev.autogen.commands.config.ConnectionTarget;
import dev.autogen.commands.config.Origin;
import dev.autogen.commands.config.RunnerSettings;
import dev.autogen.commands.config.ServerTarget;
import dev.autogen.commands.config.SqlFileTarget;
import dev.autogen.commands.script.LoadedScript;
import dev.autogen.commands.script.ScriptLoader;
import dev.autogen.commands.script.SqlScript;
import dev.autogen.migration.run.RunOptions;
import dev.autogen.schema.Identifiers;
import dev.autogen.scratch.EmbeddedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The database of a command. Opening it says on progress which one it is and what chose it. */
public final class Database implements AutoCloseable {
    private static final String EMBEDDED_NAME = "autogen";
    private static final String APPLICATION = "autogen";
    private static final String CONNECT_SECONDS = "10";

    /** Each statement goes to the server as it is. */
    private static final Properties AS_WRITTEN = asWritten();

    private final ConnectionTarget target;
    private final EmbeddedServer embedded;
    private final ScratchDatabase loaded;
    private final List<String> schemas;
    private final RunnerSettings runner;
    private LoadedScript script = new LoadedScript(Optional.empty(), List.of(), List.of());

    /**
     * @param embedded the server of autogen's own database, else null
     * @param loaded the database that a file is loaded into, else null
     */
    private Database(
            ConnectionTarget target,
            EmbeddedServer embedded,
            ScratchDatabase loaded,
            List<String> schemas,
            RunnerSettings runner) {
        this.target = target;
        this.embedded = embedded;
        this.loaded = loaded;
        this.schemas = schemas;
        this.runner = runner;
    }

    /**
     * Opens the configured database; starts the embedded server if that is the one.
     *
     * @throws dev.autogen.commands.config.ConfigurationException if no database is configured
     * @throws dev.autogen.scratch.EmbeddedServerException if the embedded server does not start
     */
    public static Database open(Workspace workspace) {
        ConnectionTarget target = workspace.settings().database();
        workspace.progress().say("Database: " + target.describe() + " (" + target.chosenBy() + ")");
        target.notices().forEach(workspace.progress()::say);
        return open(workspace, target, workspace.settings().schemas(target).value());
    }

    /** Opens it once more for a question after a failure; what it is was said the first time. */
    public static Database again(Workspace workspace) {
        ConnectionTarget target = workspace.settings().database();
        return open(workspace, target, workspace.settings().schemas(target).value());
    }

    /**
     * Opens any database, and says nothing; loads a file into a database that is gone when this is closed.
     *
     * @param schemas the schemas to compare, the default one first
     * @param scratch where a file is loaded
     * @throws dev.autogen.commands.config.ConfigurationException if a file cannot be loaded
     * @throws dev.autogen.scratch.EmbeddedServerException if the embedded server does not start
     */
    public static Database open(
            Workspace workspace, ConnectionTarget target, List<String> schemas, ScratchServer scratch) {
        return target instanceof SqlFileTarget file
                ? loaded(file, schemas, workspace.settings().runner(), scratch)
                : open(workspace, target, schemas);
    }

    /**
     * Opens any database but a file, and says nothing.
     *
     * @param schemas the schemas to compare, the default one first
     * @throws dev.autogen.scratch.EmbeddedServerException if the embedded server does not start
     */
    public static Database open(Workspace workspace, ConnectionTarget target, List<String> schemas) {
        RunnerSettings runner = workspace.settings().runner();
        if (target instanceof ConnectionTarget.Embedded own) {
            Path directory = own.directory().resolve("pg-" + EmbeddedServer.bundledMajorVersion());
            EmbeddedServer server =
                    EmbeddedServer.start(directory, EmbeddedServer.DEFAULT_PATIENCE, workspace.progress()::say);
            server.createDatabaseIfMissing(EMBEDDED_NAME);
            return new Database(target, server, null, schemas, runner);
        }
        return new Database(target, null, null, schemas, runner);
    }

    /**
     * A scratch database as any other, for comparing it. Closing this closes it.
     *
     * @param schemas the schemas to compare, the default one first
     */
    public static Database scratch(
            Workspace workspace, ScratchServer server, ScratchDatabase scratch, List<String> schemas) {
        ConnectionTarget target = server.target()
                .orElseGet(() -> new ConnectionTarget.Embedded(
                        workspace.settings().project(), new Origin(Origin.Kind.DEFAULT, "scratch")));
        return new Database(target, null, scratch, schemas, workspace.settings().runner());
    }

    private static Database loaded(
            SqlFileTarget file, List<String> schemas, RunnerSettings runner, ScratchServer scratch) {
        SqlScript script = SqlScript.read(file.path(), file.name());
        try {
            Database database = new Database(file, null, scratch.create(), schemas, runner);
            boolean done = false;
            try {
                database.load(script);
                done = true;
                return database;
            } finally {
                if (!done) {
                    database.close();
                }
            }
        } catch (SQLException e) {
            throw scratch.refused(e);
        }
    }

    private void load(SqlScript file) throws SQLException {
        try (Connection connection = loaded.connect(AS_WRITTEN)) {
            if (!defaultSchema().equals("public")) {
                // What the file does not qualify is in the default schema, as everywhere.
                String schema = Identifiers.quote(defaultSchema());
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CREATE SCHEMA " + schema);
                    statement.execute("SET search_path = " + schema + ", public");
                }
            }
            String server = loaded.server().describe(connection.getMetaData().getDatabaseProductVersion());
            script = ScriptLoader.load(file, connection, server, loaded.isServerTemporary());
        }
    }

    /** A new connection, which the caller closes. */
    public Connection connect() throws SQLException {
        if (embedded != null) {
            Connection connection = embedded.connect(EMBEDDED_NAME);
            RunningStatements.stopWithProcess(connection);
            return connection;
        }
        if (loaded != null) {
            return loaded.connect();
        }
        ServerTarget server = (ServerTarget) target;
        Properties properties = server.properties();
        properties.putIfAbsent("ApplicationName", APPLICATION);
        properties.putIfAbsent("connectTimeout", CONNECT_SECONDS);
        properties.putIfAbsent("tcpKeepAlive", "true");
        Connection connection = DriverManager.getConnection(server.jdbcUrl(), properties);
        RunningStatements.stopWithProcess(connection);
        return connection;
    }

    /** Whether it is autogen's own, which may be changed and made anew without asking. */
    public boolean isOwn() {
        return target instanceof ConnectionTarget.Embedded;
    }

    /** Whether it was made from a file, and so has never seen a migration. */
    public boolean isFile() {
        return target instanceof SqlFileTarget;
    }

    private static Properties asWritten() {
        Properties properties = new Properties();
        properties.setProperty("preferQueryMode", "simple");
        return properties;
    }

    /** What this is, where it was configured. */
    public ConnectionTarget target() {
        return target;
    }

    /** What became of the file that it was made from; says nothing where it was not. */
    public LoadedScript script() {
        return script;
    }

    /** The server behind autogen's own database; empty for somebody else's. */
    Optional<EmbeddedServer> ownServer() {
        return Optional.ofNullable(embedded);
    }

    /** Makes autogen's own database anew. */
    public void recreate() {
        embedded.dropDatabase(EMBEDDED_NAME);
        embedded.createDatabase(EMBEDDED_NAME);
    }

    /** The name of the database for messages; no password. */
    public String describe() {
        return target.describe();
    }

    /** The schemas to compare; the first is the default one. */
    public List<String> schemas() {
        return schemas;
    }

    /** The schema that names without one mean. */
    public String defaultSchema() {
        return schemas.get(0);
    }

    /** How migrations run here. */
    public RunOptions runOptions() {
        return runOptions(defaultSchema(), runner);
    }

    /** How migrations run in a database whose default schema that is. */
    public static RunOptions runOptions(String defaultSchema, RunnerSettings runner) {
        return RunOptions.inSchema(defaultSchema)
                .withVersionTable(runner.versionSchema().orElse(defaultSchema), runner.versionTable())
                .withLockTimeout(runner.lockTimeout())
                .withStatementTimeout(runner.statementTimeout().orElse(null))
                .withToolVersion(Version.current());
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
        if (loaded != null) {
            try {
                loaded.close();
            } catch (SQLException e) {
                throw loaded.server().refused(e);
            }
        }
    }
}
