package dev.autogen.migration.run;

import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.Plan;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One connection's worth of work; {@link dev.autogen.migration.Migrator} is the door to it. */
public final class MigrationSession implements AutoCloseable {
    private final ConnectionSource connections;
    private final Connection connection;
    private final RunOptions options;
    private final RunListener listener;
    private final VersionStore store;
    private final boolean autoCommitBefore;

    private MigrationSession(
            ConnectionSource connections,
            Connection connection,
            boolean autoCommitBefore,
            RunOptions options,
            RunListener listener) {
        this.connections = connections;
        this.connection = connection;
        this.autoCommitBefore = autoCommitBefore;
        this.options = options;
        this.listener = listener;
        this.store = new VersionStore(connection, options);
    }

    /** Opens a session. */
    public static MigrationSession open(ConnectionSource connections, RunOptions options, RunListener listener)
            throws SQLException {
        Connection connection = connections.open();
        try {
            boolean autoCommitBefore = connection.getAutoCommit();
            connection.setAutoCommit(true);
            return new MigrationSession(connections, connection, autoCommitBefore, options, listener);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** See {@link dev.autogen.migration.Migrator#status()}. */
    public Status status() throws SQLException {
        return new Status(store.current(), store.partial(), store.history());
    }

    /** Plans with what the version table says once the lock is held, and runs the plan. */
    public List<RevisionInfo> run(
            RevisionGraph graph, Function<Set<String>, Plan> planner, Map<String, LoadedMigration> migrations)
            throws SQLException {
        try (SessionSettings settings = SessionSettings.begin(connection);
                RunLock lock = RunLock.acquire(connection, options, listener)) {
            Set<String> rows = store.current();
            Set<String> current = graph.recognised(rows);
            Plan plan = planner.apply(current);
            requireRunHere(plan);
            if (!current.equals(rows)) {
                moveTo(lock, rows, current);
            }
            if (plan.steps().isEmpty()) {
                return List.of();
            }
            Transactions transactions = new Transactions(connection, options, lock);
            if (options.singleTransaction()) {
                return runWhole(plan, migrations, transactions);
            }
            store.prepare();
            return run(plan, migrations, transactions);
        }
    }

    private List<RevisionInfo> runWhole(Plan plan, Map<String, LoadedMigration> migrations, Transactions transactions)
            throws SQLException {
        List<PlannedMigration> planned = planned(plan, migrations);
        try (LockWatch watch = new LockWatch(connections, pid(), listener::blocked)) {
            new WholeRun(connection, options, listener, transactions, watch).run(planned);
        }
        return planned.stream().map(PlannedMigration::revision).toList();
    }

    /** See {@link dev.autogen.migration.Migrator#dryRun}. */
    public List<RevisionInfo> dryRun(
            RevisionGraph graph,
            Function<Set<String>, Plan> planner,
            Map<String, LoadedMigration> migrations,
            boolean withoutJava,
            DryRunListener told)
            throws SQLException {
        try (SessionSettings settings = SessionSettings.begin(connection);
                RunLock lock = RunLock.acquire(connection, options, listener)) {
            Set<String> rows = store.current();
            Set<String> current = graph.recognised(rows);
            Plan plan = planner.apply(current);
            requireRunHere(plan);
            List<PlannedMigration> planned = planned(plan, migrations);
            try (LockWatch watch = new LockWatch(connections, pid(), listener::blocked)) {
                new DryRun(connection, options, withoutJava, told, lock, watch).run(planned, rows, current);
            }
            return planned.stream().map(PlannedMigration::revision).toList();
        }
    }

    private static List<PlannedMigration> planned(Plan plan, Map<String, LoadedMigration> migrations) {
        return plan.steps().stream()
                .map(step -> PlannedMigration.of(migrations.get(step.revision().id()), step, plan.direction()))
                .toList();
    }

    private List<RevisionInfo> run(Plan plan, Map<String, LoadedMigration> migrations, Transactions transactions)
            throws SQLException {
        try (LockWatch watch = new LockWatch(connections, pid(), listener::blocked)) {
            MigrationRun run = new MigrationRun(connection, options, listener, transactions, watch);
            List<RevisionInfo> done = new ArrayList<>();
            for (Plan.Step step : plan.steps()) {
                run.run(migrations.get(step.revision().id()), step, plan.direction());
                done.add(step.revision());
            }
            return done;
        }
    }

    private int pid() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_catalog.pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** A baseline that was only stamped describes what was there before autogen: that is not autogen's to drop. */
    private void requireRunHere(Plan plan) throws SQLException {
        if (plan.direction() == Direction.UPGRADE) {
            return;
        }
        for (Plan.Step step : plan.steps()) {
            String baseline = step.revision().id();
            if (step.revision().baseline() && !wasRun(baseline)) {
                throw new RevisionException("Revision " + baseline + " is the baseline: it describes what this database"
                        + " held before autogen and was never run here, so taking it down would drop all of that."
                        + " `autogen downgrade " + baseline + "` takes down what came after it; `autogen stamp base`"
                        + " forgets it without touching a table.");
            }
        }
    }

    private boolean wasRun(String revision) throws SQLException {
        return store.history().stream()
                .filter(entry -> entry.revision().equals(revision))
                .anyMatch(entry -> entry.action() == HistoryEntry.Action.UPGRADE);
    }

    /** See {@link dev.autogen.migration.Migrator#stamp}. */
    public Set<String> stamp(RevisionGraph graph, List<String> references, boolean purge) throws SQLException {
        try (SessionSettings settings = SessionSettings.begin(connection);
                RunLock lock = RunLock.acquire(connection, options, listener)) {
            Set<String> rows = store.current();
            Set<String> after = Plan.stamped(graph, purge ? Set.of() : graph.recognised(rows), references);
            if (!after.equals(rows)) {
                moveTo(lock, rows, after);
            }
            return after;
        }
    }

    /** Sets the version rows without running anything, which the ledger calls a stamp. */
    private void moveTo(RunLock lock, Set<String> rows, Set<String> after) throws SQLException {
        store.prepare();
        connection.setAutoCommit(false);
        try {
            lock.requireHeld("Nothing was changed.");
            store.move(rows, after);
            store.log(
                    after.isEmpty() ? "base" : String.join(",", after), HistoryEntry.Action.STAMP, Duration.ZERO, null);
            connection.commit();
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.isClosed() && connection.getAutoCommit() != autoCommitBefore) {
                connection.setAutoCommit(autoCommitBefore);
            }
        }
    }
}
