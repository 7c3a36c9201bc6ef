package dev.autogen.commands;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.autogen.commands.config.ConnectionTarget;
import dev.autogen.commands.config.FleetSettings;
import dev.autogen.commands.database.Database;
import dev.autogen.commands.history.MigrationFolder;
import dev.autogen.migration.Fleet;
import dev.autogen.migration.InvalidTargetException;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.run.ConnectionSource;
import dev.autogen.migration.run.LoadedMigration;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Commands over the several databases or schemas that {@code --each} and {@code --schemas-from} name. The migrations are
 * compiled once; a failure in one target leaves the others alone.
 */
public final class FleetCommands {
    private final Workspace workspace;
    private final FleetSettings settings;
    private final Project project;

    FleetCommands(Workspace workspace, FleetSettings settings) {
        this.workspace = workspace;
        this.settings = settings;
        this.project = new Project(workspace);
    }

    /** {@code autogen upgrade}. */
    public FleetResult upgrade(String reference) throws SQLException {
        return run(target -> new RunResult(
                target.migrator().upgrade(reference), target.migrator().status().current()));
    }

    /** {@code autogen downgrade}. */
    public FleetResult downgrade(String reference) throws SQLException {
        return run(target -> new RunResult(
                target.migrator().downgrade(reference),
                target.migrator().status().current()));
    }

    /** {@code autogen stamp}. */
    public FleetResult stamp(List<String> references, boolean purge) throws SQLException {
        MigrationFolder folder = project.folder();
        return over(
                project.migrationsWhenNeeded(folder),
                folder.graph(),
                target -> new RunResult(List.of(), target.migrator().stamp(references, purge)));
    }

    /** {@code autogen current}: nothing is compiled and nothing changes. */
    public FleetResult current() throws SQLException {
        RevisionGraph graph = project.folder().graph();
        return over(
                List.of(),
                graph,
                target -> new RunResult(
                        List.of(), graph.recognised(target.migrator().status().current())));
    }

    private FleetResult run(Fleet.Task<RunResult> task) throws SQLException {
        MigrationFolder folder = project.folder();
        return over(project.migrations(folder), folder.graph(), task);
    }

    private FleetResult over(List<LoadedMigration> migrations, RevisionGraph graph, Fleet.Task<RunResult> task)
            throws SQLException {
        announce();
        List<Database> opened = new ArrayList<>();
        try {
            List<Fleet.Target> targets = targets(migrations, opened);
            Fleet fleet = Fleet.of(targets).parallel(settings.parallel());
            AtomicInteger finished = new AtomicInteger();
            List<Fleet.Outcome<RunResult>> outcomes = (settings.failFast() ? fleet.failFast() : fleet)
                    .each(target -> told(task, target, finished, targets.size()));
            List<TargetResult> results = new ArrayList<>();
            for (int i = 0; i < outcomes.size(); i++) {
                results.add(result(outcomes.get(i), targets.get(i).migrator()));
            }
            return new FleetResult(results, graph);
        } finally {
            opened.forEach(Database::close);
        }
    }

    private void announce() {
        if (settings.databases().size() > 1) {
            workspace
                    .progress()
                    .say("Databases: " + settings.databases().size() + " ("
                            + settings.databases().get(0).chosenBy() + ")");
        } else {
            ConnectionTarget only = settings.databases().get(0);
            workspace.progress().say("Database: " + only.describe() + " (" + only.chosenBy() + ")");
        }
        settings.databases().forEach(database -> database.notices().forEach(workspace.progress()::say));
    }

    private RunResult told(Fleet.Task<RunResult> task, Fleet.Target target, AtomicInteger finished, int all)
            throws SQLException {
        String words = "failed";
        try {
            RunResult result = task.run(target);
            words = result.done().isEmpty() ? "done" : "ran " + result.done().size();
            return result;
        } finally {
            synchronized (finished) {
                workspace
                        .progress()
                        .say("[" + finished.incrementAndGet() + "/" + all + "] " + target.name() + ": " + words);
            }
        }
    }

    private TargetResult result(Fleet.Outcome<RunResult> outcome, Migrator migrator) {
        if (outcome instanceof Fleet.Done<RunResult> done) {
            return TargetResult.done(done.target(), done.result());
        }
        if (outcome instanceof Fleet.Failed<RunResult> failed) {
            return TargetResult.failed(failed.target(), place(migrator, failed.cause()), failed.cause());
        }
        return TargetResult.skipped(outcome.target());
    }

    /** Where a target is that failed, unless it is the database itself that fails. */
    private static Optional<RunResult> place(Migrator migrator, Throwable cause) {
        if (Failure.of(cause).exitCode() < ExitCode.MIGRATION) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RunResult(List.of(), migrator.status().current()));
        } catch (SQLException | RuntimeException e) {
            cause.addSuppressed(e);
            return Optional.empty();
        }
    }

    /**
     * The targets in their order.
     *
     * @param opened takes the databases that are to be closed afterwards
     */
    private List<Fleet.Target> targets(List<LoadedMigration> migrations, List<Database> opened) throws SQLException {
        List<ConnectionTarget> databases = settings.databases();
        Map<String, Long> called = databases.stream().collect(groupingBy(ConnectionTarget::describe, counting()));
        List<Fleet.Target> targets = new ArrayList<>();
        for (ConnectionTarget database : databases) {
            List<String> schemas = workspace.settings().schemas(database).value();
            String name =
                    database.describe() + (called.get(database.describe()) > 1 ? " schema " + schemas.get(0) : "");
            Database connected = Database.open(workspace, database, schemas);
            opened.add(connected);
            Migrator migrator = Migrator.forConnections(new PatientConnections(connected::connect))
                    .migrations(migrations)
                    .options(connected.runOptions());
            if (databases.size() == 1) {
                targets.addAll(in(migrator, name));
            } else {
                targets.addAll(inOneOfSeveral(migrator, name));
            }
        }
        return targets.stream()
                .map(target -> new Fleet.Target(
                        target.name(),
                        target.migrator().listener(new TargetProgress(workspace.progress(), target.name()))))
                .toList();
    }

    /** A database whose schemas cannot be listed becomes a target that fails, like any other. */
    private List<Fleet.Target> inOneOfSeveral(Migrator migrator, String name) {
        try {
            return in(migrator, name);
        } catch (SQLException e) {
            return List.of(failing(name, () -> {
                throw e;
            }));
        } catch (InvalidTargetException e) {
            return List.of(failing(name, () -> {
                throw e;
            }));
        }
    }

    private static Fleet.Target failing(String name, ConnectionSource connections) {
        return new Fleet.Target(name, Migrator.forConnections(connections));
    }

    private List<Fleet.Target> in(Migrator migrator, String name) throws SQLException {
        if (settings.schemasFrom().isEmpty()) {
            return List.of(new Fleet.Target(name, migrator));
        }
        String prefix = settings.databases().size() > 1 ? name + " schema " : "";
        return migrator.inSchemas(migrator.schemas(settings.schemasFrom().get())).targets().stream()
                .map(target -> new Fleet.Target(prefix + target.name(), target.migrator()))
                .toList();
    }
}
