package dev.autogen.commands;

import static java.util.stream.Collectors.toCollection;

import dev.autogen.commands.config.ConfigurationException;
import dev.autogen.commands.config.ConnectionTarget;
import dev.autogen.commands.config.Option;
import dev.autogen.commands.config.ProofMode;
import dev.autogen.commands.database.Database;
import dev.autogen.commands.history.MigrationFolder;
import dev.autogen.commands.history.MigrationStore;
import dev.autogen.commands.preflight.PreflightResult;
import dev.autogen.commands.proof.Obligation;
import dev.autogen.commands.proof.Proof;
import dev.autogen.commands.proof.Prover;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.EditedMigration;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.Status;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code -m}: the difference between entities and database becomes a migration. */
final class Generating {
    private final Workspace workspace;
    private final Project project;
    private final Drafting drafting;

    Generating(Workspace workspace) {
        this.workspace = workspace;
        this.project = new Project(workspace);
        this.drafting = new Drafting(workspace);
    }

    GenerateResult generate(RevisionRequest request) throws SQLException {
        Optional<ConnectionTarget> to = workspace.settings().reference(Option.TO);
        workspace.settings().reference(Option.FROM).ifPresent(from -> {
            throw new ConfigurationException("A migration begins where the database is that --url names, so "
                    + from.chosenBy() + " cannot go with -m. Leave it out; `autogen diff` compares any two databases.");
        });
        // What contradicts itself in the settings is told before a database is opened and brought to head.
        boolean split = workspace.settings().comparison().split();
        if (split && request.id() != null) {
            throw new ConfigurationException("--rev-id names one revision, and a difference that is split becomes two."
                    + " Leave it out, or say --split none.");
        }
        try (ProjectLock lock = ProjectLock.acquire(workspace);
                Database database = Database.open(workspace)) {
            MigrationFolder folder = project.folder();
            RevisionGraph graph = folder.graph();
            drafting.draft(request, graph);
            List<LoadedMigration> migrations = project.migrations(folder);
            Set<String> current = atHead(database, graph, migrations);
            Comparing.Compared compared = to.isPresent()
                    ? new ComparingDatabases(workspace, workspace.questions()).compare(database, to.get())
                    : new Comparing(workspace, workspace.questions()).compare(database, migrations, current);
            Comparison comparison = compared.comparison();
            if (comparison.isEmpty()) {
                return new GenerateResult(comparison, List.of(), Proof.skipped(), Optional.empty(), false);
            }
            comparison.diff().requireFeasible();
            Optional<String> missingDependency = drafting.missingDependency();
            List<MigrationStore.Stored> stored = new StagedMigrations(drafting, comparison).write(request, graph);
            Proof proof = prove(database, compared.obligation(), stored);
            if (proof.outcome() != Proof.Outcome.SKIPPED) {
                stored = stored.stream()
                        .map(each -> drafting.migrationStore(each.draft())
                                .annotate(each, with(each.draft().notes(), proof.verdict())))
                        .toList();
            }
            return new GenerateResult(
                    comparison,
                    stored.stream()
                            .map(each -> drafting.written(each, missingDependency))
                            .toList(),
                    proof,
                    preflight(database, stored, proof),
                    workspace.settings().proof() == ProofMode.REQUIRED);
        }
    }

    private static List<String> with(List<String> notes, String verdict) {
        return Stream.concat(notes.stream(), Stream.of(verdict)).toList();
    }

    private Proof prove(Database database, Obligation obligation, List<MigrationStore.Stored> stored) {
        if (workspace.settings().proof() == ProofMode.OFF) {
            return Proof.skipped();
        }
        return new Prover(obligation, loaded(stored))
                .prove(database, workspace.settings().scratchDatabase());
    }

    private List<LoadedMigration> loaded(List<MigrationStore.Stored> stored) {
        List<LoadedMigration> migrations = project.migrations(project.folder());
        return stored.stream()
                .map(each -> migrations.stream()
                        .filter(loaded -> loaded.info()
                                .id()
                                .equals(each.draft().revision().id()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** The rows of a migration that is wrong need not be looked at. */
    private Optional<PreflightResult> preflight(Database database, List<MigrationStore.Stored> stored, Proof proof) {
        return proof.outcome() == Proof.Outcome.FAILED
                        || !workspace.settings().preflight().wanted()
                ? Optional.empty()
                : new Preflighting(workspace)
                        .look(
                                database,
                                stored.stream()
                                        .map(MigrationStore.Stored::draft)
                                        .toList(),
                                () -> loaded(stored));
    }

    /** Makes sure that the database is where the new migration begins; autogen's own is brought there. */
    private Set<String> atHead(Database database, RevisionGraph graph, List<LoadedMigration> migrations)
            throws SQLException {
        Migrator migrator = project.migrator(database, migrations, Running.told(workspace.progress()));
        Status status = migrator.status();
        if (database.isOwn()) {
            return brought(database, graph, migrator, status);
        }
        Set<String> current = status.current();
        if (graph.isAtHeads(current)) {
            return current;
        }
        graph.requireKnown(current);
        throw new RevisionException("The database is not at head, so what it lacks and what the entities added"
                + " could not be told apart: it is at " + (current.isEmpty() ? "base" : String.join(", ", current))
                + ", the head is " + String.join(", ", heads(graph))
                + ". Run `autogen upgrade head` first, or `autogen stamp head` if the schema is known to match.");
    }

    /** What autogen's own database holds has to be what the migrations say by now: else it is made anew from them. */
    private Set<String> brought(Database database, RevisionGraph graph, Migrator migrator, Status status)
            throws SQLException {
        Optional<String> reason =
                status.current().stream().anyMatch(id -> graph.find(id).isEmpty())
                        ? Optional.of("The embedded database holds revisions of another branch")
                        : migrator.edited().stream()
                                .filter(EditedMigration::differsFromDatabase)
                                .findFirst()
                                .map(edited -> "In the embedded database, " + edited);
        if (reason.isPresent()) {
            workspace.progress().say(reason.get() + "; it starts anew");
            database.recreate();
        } else if (graph.isAtHeads(status.current())) {
            return status.current();
        }
        Set<String> heads = heads(graph);
        if (!heads.isEmpty()) {
            migrator.upgrade("heads");
        }
        return heads;
    }

    private static Set<String> heads(RevisionGraph graph) {
        return graph.heads().stream().map(RevisionInfo::id).collect(toCollection(TreeSet::new));
    }
}
