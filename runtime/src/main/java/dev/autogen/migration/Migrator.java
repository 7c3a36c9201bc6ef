package dev.autogen.migration;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.autogen.migration.revision.Plan;
import dev.autogen.migration.revision.References;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.ConnectionSource;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.MigrationSession;
import dev.autogen.migration.run.RunListener;
import dev.autogen.migration.run.RunOptions;
import dev.autogen.migration.run.Status;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Runs migrations against a database. One runner at a time works on a database and version schema; the others wait.
 * Each migration runs in a transaction of its own together with the row that records it.
 *
 * <p>Immutable; every call opens and closes a connection of its own.
 */
public final class Migrator {
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
        return new Migrator(connections, List.of(), RunOptions.inSchema("public"), RunListener.NONE);
    }

    /** The same migrator with these migrations. */
    public Migrator migrations(List<LoadedMigration> newMigrations) {
        return new Migrator(connections, newMigrations, options, listener);
    }

    /** The same migrator with these options. */
    public Migrator options(RunOptions newOptions) {
        return new Migrator(connections, migrations, newOptions, listener);
    }

    /** The same migrator, which tells this listener what it does. */
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
     * Brings the database up to a revision.
     *
     * @param reference {@code head}, {@code +1}, an identifier, ... as {@link References} has them
     * @return the revisions that were applied, in order
     * @throws dev.autogen.migration.revision.RevisionException if the reference stands for nothing, or lies behind
     * @throws dev.autogen.migration.run.MigrationFailedException if a migration fails; it is rolled back, those before
     *     it stay
     * @throws dev.autogen.migration.run.LockedException if another runner does not finish in time
     * @throws SQLException if the database cannot be reached or refuses autogen's own tables
     */
    public List<RevisionInfo> upgrade(String reference) throws SQLException {
        RevisionGraph graph = graph();
        return run(graph, current -> Plan.upgrade(graph, current, new References(graph, current).resolve(reference)));
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
        return run(graph, current -> Plan.downgrade(graph, current, new References(graph, current).resolve(reference)));
    }

    /**
     * Sets where the database is without running anything.
     *
     * @param reference the revision, {@code head}, {@code heads} or {@code base}
     * @param purge whether to forget what the version table says, also if it names unknown revisions
     * @return the revisions at which the database is now
     */
    public Set<String> stamp(String reference, boolean purge) throws SQLException {
        RevisionGraph graph = graph();
        try (MigrationSession session = MigrationSession.open(connections, options, listener)) {
            return session.stamp(graph, reference, purge);
        }
    }

    /** The migrations as a graph. */
    public RevisionGraph graph() {
        return RevisionGraph.of(migrations.stream().map(LoadedMigration::info).toList());
    }

    private List<RevisionInfo> run(RevisionGraph graph, Function<Set<String>, Plan> planner) throws SQLException {
        Map<String, LoadedMigration> byId =
                migrations.stream().collect(toMap(migration -> migration.info().id(), migration -> migration));
        try (MigrationSession session = MigrationSession.open(connections, options, listener)) {
            return session.run(graph, planner, byId);
        }
    }
}
