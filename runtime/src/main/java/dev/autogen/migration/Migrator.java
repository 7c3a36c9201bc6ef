package dev.autogen.migration;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.Plan;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.revision.RevisionRange;
import dev.autogen.migration.run.ConnectionSource;
import dev.autogen.migration.run.DryRunListener;
import dev.autogen.migration.run.EditedMigration;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.MigrationScript;
import dev.autogen.migration.run.MigrationSession;
import dev.autogen.migration.run.PendingMigration;
import dev.autogen.migration.run.RunListener;
import dev.autogen.migration.run.RunOptions;
import dev.autogen.migration.run.ScriptOptions;
import dev.autogen.migration.run.ScriptRange;
import dev.autogen.migration.run.ScriptWriter;
import dev.autogen.migration.run.Status;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Runs migrations against a database. One runner at a time works on a database and version schema; the others wait.
 * Each migration runs in a transaction of its own together with the row that records it.
 *
 * <p>An application that brings its own database up to date before it uses it:
 *
 * <pre>{@code
 * Migrator migrator = Migrator.forDataSource(dataSource).migrations("db.migrations");
 * migrator.upgrade();
 * }</pre>
 *
 * <p>or one that only refuses to work with a database that something else has to bring up to date:
 *
 * <pre>{@code
 * List<RevisionInfo> pending = migrator.pending();
 * if (!pending.isEmpty()) {
 *     throw new IllegalStateException(pending.size() + " migrations are not applied");
 * }
 * }</pre>
 *
 * <p>These are the same classes that the command line compiles and runs, and the database remembers them in the same way:
 * either may go on where the other left off.
 *
 * <p>Immutable, and so safe to share between threads; every call opens one connection of its own and closes it, and a
 * second one while a statement takes long, to see for whom it waits. What is done is logged through SLF4J under this
 * class's name, until {@link #listener} says who else is to be told.
 */
public final class Migrator {
    private static final Duration LOCK_OF_DRY_RUN = Duration.ofSeconds(1);

    private final ConnectionSource connections;
    private final List<LoadedMigration> migrations;
    private final RunOptions options;
    private final RunListener listener;

    private Migrator(
            ConnectionSource connections, List<LoadedMigration> migrations, RunOptions options, RunListener listener) {
        this.connections = requireNonNull(connections, "connections is null");
        this.migrations = List.copyOf(migrations);
        this.options = requireNonNull(options, "options is null");
        this.listener = requireNonNull(listener, "listener is null");
    }

    /** A migrator of the database behind a data source, in the schema {@code public}, without migrations yet. */
    public static Migrator forDataSource(DataSource dataSource) {
        return forConnections(dataSource::getConnection);
    }

    /** A migrator of the database to which connections are opened, in the schema {@code public}, without migrations yet. */
    public static Migrator forConnections(ConnectionSource connections) {
        return new Migrator(connections, List.of(), RunOptions.inSchema("public"), LoggingListener.INSTANCE);
    }

    /**
     * The same migrator with the compiled migrations of packages and those below them, as the class loader of this thread
     * sees them: in directories, jars, and jars within jars. Class files are read for it; no class but the migrations is
     * loaded.
     *
     * @param packages such as {@code db.migrations}
     * @throws dev.autogen.migration.revision.RevisionException if a package has none
     * @throws InvalidMigrationException if one cannot be made
     */
    public Migrator migrations(String... packages) {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        return migrations(ofThread == null ? Migrator.class.getClassLoader() : ofThread, packages);
    }

    /** The same as {@link #migrations(String...)} with the classes that a class loader sees. */
    public Migrator migrations(ClassLoader loader, String... packages) {
        return migrations(ClassPathMigrations.in(loader, packages));
    }

    /**
     * The same migrator with these migrations, each of a class that carries {@link Revision}. For where there is no class
     * path to look through, such as in a native image.
     *
     * @throws dev.autogen.migration.revision.RevisionException if a class does not carry {@link Revision}
     */
    public Migrator migrations(Migration... newMigrations) {
        return migrations(Stream.of(newMigrations).map(AnnotatedMigration::of).toList());
    }

    /** The same migrator with these migrations. */
    public Migrator migrations(List<LoadedMigration> newMigrations) {
        return new Migrator(connections, newMigrations, options, listener);
    }

    /** The same migrator for another schema: what has no schema of its own is meant there, and autogen's own tables are. */
    public Migrator inSchema(String schema) {
        return options(options.withSchema(schema));
    }

    /**
     * The same migrator for each of these schemas, which have to be there: a run in one that is missing fails, and creates
     * none.
     *
     * @throws InvalidTargetException if the options name a schema for autogen's own tables: each schema needs its own
     */
    public Fleet inSchemas(List<String> schemas) {
        if (!options.versionSchema().equals(options.defaultSchema())) {
            throw new InvalidTargetException("The version table is to be in the schema " + options.versionSchema()
                    + ", where there is one for all. Each of several schemas has to have its own: leave the schema of the"
                    + " version table out.");
        }
        Tenants tenants = new Tenants(connections);
        return Fleet.of(schemas.stream()
                .map(schema -> new Fleet.Target(
                        schema, new Migrator(tenants.in(schema), migrations, options.withSchema(schema), listener)))
                .toList());
    }

    /**
     * The schemas that a query lists, each once, in the order of its rows.
     *
     * @param query answers one column of text; it runs in a transaction that only reads
     * @throws InvalidTargetException if it fails, answers something else, or nothing
     * @throws SQLException if the database cannot be reached
     */
    public List<String> schemas(String query) throws SQLException {
        return new Tenants(connections).listedBy(query);
    }

    /** The same migrator with these options. */
    public Migrator options(RunOptions newOptions) {
        return new Migrator(connections, migrations, newOptions, listener);
    }

    /** The same migrator, which tells this listener, and no log, what it does. */
    public Migrator listener(RunListener newListener) {
        return new Migrator(connections, migrations, options, newListener);
    }

    /**
     * Where the database is. Changes nothing and creates nothing. A database at the last of the revisions that another
     * one {@linkplain Revision#replaces() replaces} is at that one.
     *
     * @throws dev.autogen.migration.revision.RevisionException if the database is in the middle of a replaced range
     * @throws SQLException if the database cannot be reached or read
     */
    public Status status() throws SQLException {
        try (MigrationSession session = MigrationSession.open(connections, options, listener)) {
            Status status = session.status();
            return new Status(graph().recognised(status.current()), status.partial(), status.history());
        }
    }

    /**
     * The applied migrations that say something else now than what was run, by the operations that they record; what
     * their Java callbacks do is not seen. {@link #upgrade} refuses to run anything on top of them. Changes nothing and
     * creates nothing.
     *
     * @throws SQLException if the database cannot be reached or read
     */
    public List<EditedMigration> edited() throws SQLException {
        try (MigrationSession session = MigrationSession.open(connections, options, listener)) {
            return session.edited(graph(), byId());
        }
    }

    /**
     * The migrations that are not applied yet, in the order in which {@code upgrade("heads")} would run them. Changes
     * nothing and creates nothing.
     *
     * @throws dev.autogen.migration.revision.RevisionException if the database is at a revision that no migration has
     * @throws SQLException if the database cannot be reached or read
     */
    public List<RevisionInfo> pending() throws SQLException {
        RevisionGraph graph = graph();
        return Plan.upgrade(graph, status().current(), "heads").steps().stream()
                .map(Plan.Step::revision)
                .toList();
    }

    /**
     * Whether a later version of the application has been here: the database is at a revision that no migration has, and
     * all migrations there are have been applied to it. An application may well start on such a database while instances
     * of two versions run side by side; {@link #upgrade} refuses it.
     *
     * @throws SQLException if the database cannot be reached or read
     */
    public boolean isBehindDatabase() throws SQLException {
        RevisionGraph graph = graph();
        Status status = status();
        return status.current().stream().anyMatch(id -> graph.find(id).isEmpty())
                && new Ledger(status.history()).coversAll(graph);
    }

    /** The same as {@code upgrade("head")}. */
    public List<RevisionInfo> upgrade() throws SQLException {
        return upgrade("head");
    }

    /**
     * Brings the database up to a revision.
     *
     * @param reference {@code head}, {@code +1}, an identifier, ... as {@link dev.autogen.migration.revision.References}
     *     has them
     * @return the revisions that were applied, in order
     * @throws dev.autogen.migration.revision.RevisionException if the reference stands for nothing, or lies behind
     * @throws dev.autogen.migration.run.MigrationFailedException if a migration fails; it is rolled back, those before
     *     it stay
     * @throws dev.autogen.migration.run.LockedException if another runner does not finish in time
     * @throws SQLException if the database cannot be reached or refuses autogen's own tables
     */
    public List<RevisionInfo> upgrade(String reference) throws SQLException {
        RevisionGraph graph = graph();
        return run(graph, current -> Plan.upgrade(graph, current, reference));
    }

    /**
     * Brings the database down to a revision; the exceptions are those of {@link #upgrade}. A baseline that was stamped
     * and not run is never taken down: what it describes was there before.
     *
     * @param reference {@code -1}, {@code base}, an identifier, ...: the revision that is still applied afterwards
     * @return the revisions that were taken down, in order
     */
    public List<RevisionInfo> downgrade(String reference) throws SQLException {
        RevisionGraph graph = graph();
        return run(graph, current -> Plan.downgrade(graph, current, reference));
    }

    /**
     * Sets where the database is without running anything. Branches that are not named stay where they are.
     *
     * @param references revisions, {@code head}, {@code heads} or {@code base}
     * @param purge whether to forget what the version table says, also if it names unknown revisions
     * @return the revisions at which the database is now
     */
    public Set<String> stamp(List<String> references, boolean purge) throws SQLException {
        RevisionGraph graph = graph();
        try (MigrationSession session = MigrationSession.open(connections, options, listener)) {
            return session.stamp(graph, byId(), references, purge);
        }
    }

    /**
     * Tries {@link #upgrade} or {@link #downgrade}: everything runs in one transaction, which is rolled back. It waits no
     * longer than a second for a lock. What cannot be in a transaction is told and left out; what would be refused, is.
     *
     * @param withoutJava whether to leave out Java code of migrations, which else runs within the transaction
     * @param told hears what is tried, as it is tried
     * @return the revisions of the plan, in order
     * @throws dev.autogen.migration.run.MigrationFailedException if a migration fails
     */
    public List<RevisionInfo> dryRun(String reference, Direction direction, boolean withoutJava, DryRunListener told)
            throws SQLException {
        RevisionGraph graph = graph();
        RunOptions brief =
                options.lockTimeout().isZero() || options.lockTimeout().compareTo(LOCK_OF_DRY_RUN) > 0
                        ? options.withLockTimeout(LOCK_OF_DRY_RUN)
                        : options;
        try (MigrationSession session = MigrationSession.open(connections, brief, listener)) {
            return session.dryRun(graph, planner(graph, reference, direction), byId(), withoutJava, told);
        }
    }

    private static Function<Set<String>, Plan> planner(RevisionGraph graph, String reference, Direction direction) {
        return current -> direction == Direction.UPGRADE
                ? Plan.upgrade(graph, current, reference)
                : Plan.downgrade(graph, current, reference);
    }

    /**
     * What {@link #upgrade} or {@link #downgrade} would carry out now, in that order; what would be refused, is. Changes
     * nothing, creates nothing, and does not wait for another runner.
     *
     * @throws dev.autogen.migration.run.MigrationFailedException if a migration cannot say what it does, or is to be
     *     undone and cannot be
     */
    public List<PendingMigration> toRun(String reference, Direction direction) throws SQLException {
        RevisionGraph graph = graph();
        try (MigrationSession session = MigrationSession.open(connections, options, listener)) {
            return session.toRun(graph, planner(graph, reference, direction), byId());
        }
    }

    /**
     * What {@link #upgrade} or {@link #downgrade} would do, as a script that psql runs with the same result. The database
     * is asked only where the range starts from where it is.
     *
     * @param range from where to where
     * @param script what the script is to be like
     * @throws dev.autogen.migration.revision.RevisionException if the range stands for nothing, or leads the other way
     * @throws dev.autogen.migration.run.MigrationFailedException if a migration cannot be written as SQL
     * @throws SQLException if the database is asked and cannot be reached or read
     */
    public MigrationScript script(ScriptRange range, Direction direction, ScriptOptions script) throws SQLException {
        return new ScriptWriter(graph(), options, script).write(range, direction, current(range), byId());
    }

    /**
     * What {@link #stamp} would do, as a script that psql runs with the same result.
     *
     * @param references revisions, {@code head}, {@code heads} or {@code base}; or one range, which names where the
     *     database is before, so that it is not asked
     * @param purge whether to forget what the version table says, so that the database is not asked either
     */
    public MigrationScript stampScript(List<String> references, boolean purge) throws SQLException {
        RevisionGraph graph = graph();
        ScriptWriter writer = new ScriptWriter(graph, options, ScriptOptions.PLAIN);
        if (references.size() == 1 && RevisionRange.isRange(references.get(0))) {
            RevisionRange range = RevisionRange.upward(graph, Set.of(), references.get(0));
            Set<String> before = graph.rows(graph.applied(range.from().revisions()));
            return writer.stamp(
                    before, Plan.stamped(graph, before, List.of(range.to().reference())));
        }
        if (purge) {
            return writer.stamp(null, Plan.stamped(graph, Set.of(), references));
        }
        Set<String> before = status().current();
        return writer.stamp(before, Plan.stamped(graph, before, references));
    }

    private Set<String> current(ScriptRange range) throws SQLException {
        return range.asksDatabase() ? status().current() : Set.of();
    }

    private Map<String, LoadedMigration> byId() {
        return migrations.stream().collect(toMap(migration -> migration.info().id(), migration -> migration));
    }

    /** The migrations as a graph. */
    public RevisionGraph graph() {
        return RevisionGraph.of(migrations.stream().map(LoadedMigration::info).toList());
    }

    private List<RevisionInfo> run(RevisionGraph graph, Function<Set<String>, Plan> planner) throws SQLException {
        try (MigrationSession session = MigrationSession.open(connections, options, listener)) {
            return session.run(graph, planner, byId());
        }
    }
}
