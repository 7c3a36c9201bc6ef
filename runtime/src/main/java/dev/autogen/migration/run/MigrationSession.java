package dev.autogen.migration.run;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

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
import java.util.TreeSet;
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
        return new Status(store.current(), store.partial().keySet(), store.history());
    }

    /** Plans with what the version table says once the lock is held, and runs the plan. */
    public List<RevisionInfo> run(
            RevisionGraph graph, Function<Set<String>, Plan> planner, Map<String, LoadedMigration> migrations)
            throws SQLException {
        try (SessionSettings settings = SessionSettings.begin(connection);
                RunLock lock = RunLock.acquire(connection, options, listener)) {
            Set<String> rows = store.currentOnce();
            Set<String> current = graph.recognised(rows);
            Plan plan = planner.apply(current);
            requireRunnable(graph, migrations, current, plan);
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
            requireRunnable(graph, migrations, current, plan);
            List<PlannedMigration> planned = planned(plan, migrations);
            try (LockWatch watch = new LockWatch(connections, pid(), listener::blocked)) {
                new DryRun(connection, options, withoutJava, told, lock, watch).run(planned, rows, current);
            }
            return planned.stream().map(PlannedMigration::revision).toList();
        }
    }

    /** See {@link dev.autogen.migration.Migrator#toRun}. */
    public List<PendingMigration> toRun(
            RevisionGraph graph, Function<Set<String>, Plan> planner, Map<String, LoadedMigration> migrations)
            throws SQLException {
        Set<String> current = graph.recognised(store.current());
        Plan plan = planner.apply(current);
        requireRunnable(graph, migrations, current, plan);
        List<PendingMigration> pending = new ArrayList<>();
        for (PlannedMigration planned : planned(plan, migrations)) {
            LoadedMigration migration = migrations.get(planned.revision().id());
            pending.add(PendingMigration.without(planned.finished(store), migration, plan.direction()));
        }
        return List.copyOf(pending);
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
                if (Thread.currentThread().isInterrupted()) {
                    throw new LockedException("Interrupted before migration " + FailureReport.name(step.revision())
                            + ". What was applied before it stays; run the same command again to go on from there.");
                }
                run.run(PlannedMigration.of(migrations.get(step.revision().id()), step, plan.direction()));
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

    /** What a run demands of the database before it begins, and a dry run alike: it shows what a run would do. */
    private void requireRunnable(
            RevisionGraph graph, Map<String, LoadedMigration> migrations, Set<String> current, Plan plan)
            throws SQLException {
        requireRunHere(plan);
        requireWhole(graph, plan);
        requireUnedited(new AppliedMigrations(graph, migrations, store.history()), current, plan);
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

    /** What is half done is finished first, in its direction: it stands on what would go, or has what would come. */
    private void requireWhole(RevisionGraph graph, Plan plan) throws SQLException {
        for (Map.Entry<String, Direction> partial : store.partial().entrySet()) {
            String id = partial.getKey();
            String command = partial.getValue() == Direction.UPGRADE ? "upgrade" : "downgrade";
            if (graph.find(id).isEmpty()) {
                throw new RevisionException("An interrupted " + command + " left revision " + id
                        + " half done, and no migration has this id. Restore its file and run `autogen " + command
                        + "` to its end, or mend by hand what it did and say where the database is with"
                        + " `autogen stamp REV`.");
            }
            if (partial.getValue() != plan.direction()) {
                throw new RevisionException("An interrupted " + command + " left migration "
                        + FailureReport.name(graph.find(id).orElseThrow()) + " half done. Run `autogen " + command
                        + "` to its end before going the other way; if it cannot be finished, mend by hand what it did and"
                        + " say where the database is with `autogen stamp REV`.");
            }
        }
    }

    /**
     * Migrations stand on what was run before them, so none is run on one that was edited since; and none is taken down
     * by what does not undo it. Other edits, and files that are missing, are only told.
     */
    private void requireUnedited(AppliedMigrations applied, Set<String> current, Plan plan) {
        Set<RevisionInfo> planned =
                plan.steps().stream().map(Plan.Step::revision).collect(toSet());
        List<EditedMigration> refused = new ArrayList<>();
        for (EditedMigration edited : applied.edited(current)) {
            boolean matters = plan.direction() == Direction.UPGRADE || planned.contains(edited.revision());
            if (edited.differsFromDatabase() && matters) {
                refused.add(edited);
            } else {
                listener.notice("Notice: " + edited);
            }
        }
        if (!refused.isEmpty()) {
            String which = refused.stream().map(EditedMigration::toString).collect(joining("; "));
            throw new RevisionException("Nothing was run: " + which + ". Restore what was run and write the change as a"
                    + " new migration; or, where the database is known to match, accept it with `autogen stamp "
                    + String.join(" ", new TreeSet<>(current)) + "`.");
        }
        Set<String> missing = applied.missing();
        if (!missing.isEmpty()) {
            listener.notice("Notice: applied here, and no migration has the id: " + String.join(", ", missing));
        }
    }

    private boolean wasRun(String revision) throws SQLException {
        return store.history().stream()
                .filter(entry -> entry.revision().equals(revision))
                .anyMatch(entry -> entry.action() == HistoryEntry.Action.UPGRADE);
    }

    /** See {@link dev.autogen.migration.Migrator#edited}. */
    public List<EditedMigration> edited(RevisionGraph graph, Map<String, LoadedMigration> migrations)
            throws SQLException {
        return new AppliedMigrations(graph, migrations, store.history()).edited(graph.recognised(store.current()));
    }

    /** See {@link dev.autogen.migration.Migrator#stamp}. */
    public Set<String> stamp(
            RevisionGraph graph, Map<String, LoadedMigration> migrations, List<String> references, boolean purge)
            throws SQLException {
        try (SessionSettings settings = SessionSettings.begin(connection);
                RunLock lock = RunLock.acquire(connection, options, listener)) {
            Set<String> rows = purge ? store.current() : store.currentOnce();
            Set<String> after = Plan.stamped(graph, purge ? Set.of() : graph.recognised(rows), references);
            List<EditedMigration> edited =
                    new AppliedMigrations(graph, migrations, store.history()).edited(graph.recognised(after));
            store.prepare();
            commit(lock, () -> {
                store.forgetPartial();
                for (EditedMigration each : edited) {
                    String id = each.revision().id();
                    String checksum = AppliedMigrations.checksum(migrations.get(id));
                    store.log(id, HistoryEntry.Action.ACCEPT, Duration.ZERO, checksum);
                }
                if (purge) {
                    store.replace(after);
                } else {
                    store.move(rows, after);
                }
                if (purge || !after.equals(rows)) {
                    logStamp(after);
                }
                return true;
            });
            return after;
        }
    }

    /** Sets the version rows to what they mean by now, which the ledger calls a stamp. */
    private void moveTo(RunLock lock, Set<String> rows, Set<String> after) throws SQLException {
        store.prepare();
        commit(lock, () -> {
            store.move(rows, after);
            logStamp(after);
            return true;
        });
    }

    private void logStamp(Set<String> after) throws SQLException {
        store.log(
                after.isEmpty() ? "base" : String.join(",", new TreeSet<>(after)),
                HistoryEntry.Action.STAMP,
                Duration.ZERO,
                null);
    }

    private void commit(RunLock lock, Transactions.Work<Boolean> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            lock.requireHeld("Nothing was changed.");
            work.run();
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
