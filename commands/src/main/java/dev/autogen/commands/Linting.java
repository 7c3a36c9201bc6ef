package dev.autogen.commands;

import static java.util.stream.Collectors.toMap;

import dev.autogen.commands.config.ConfigurationException;
import dev.autogen.commands.config.ConnectionTarget;
import dev.autogen.commands.config.Settings;
import dev.autogen.commands.database.Database;
import dev.autogen.commands.history.MigrationFile;
import dev.autogen.commands.history.MigrationFolder;
import dev.autogen.commands.lint.LintedMigration;
import dev.autogen.commands.lint.MigrationLint;
import dev.autogen.commands.report.Words;
import dev.autogen.differ.hazard.HazardContext;
import dev.autogen.differ.hazard.Hazards;
import dev.autogen.migration.revision.References;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.revision.RevisionRange;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.scratch.EmbeddedServer;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code lint}: records migrations and judges what they would do. Nothing is run, and no database is made for it. */
final class Linting {
    private final Workspace workspace;
    private final Project project;
    private final List<String> warnings = new ArrayList<>();

    Linting(Workspace workspace) {
        this.workspace = workspace;
        this.project = new Project(workspace);
    }

    LintResult lint(List<String> references) throws SQLException {
        MigrationFolder folder = project.folder();
        RevisionGraph graph = folder.graph();
        Optional<LintDatabase> database = database(graph, references);
        Set<String> chosen = chosen(graph, database, references);
        String selection = selection(chosen.size(), database, references);
        workspace.progress().say("Linting " + selection);
        Map<RevisionInfo, MigrationLint> recorded = recorded(folder, graph, chosen);
        MigrationLint.requireSense(recorded.entrySet().stream()
                .filter(entry -> chosen.contains(entry.getKey().id()))
                .map(Map.Entry::getValue)
                .toList());
        return new LintResult(
                judged(recorded, chosen, database),
                selection,
                warnings,
                workspace.settings().project());
    }

    /** The database, where one is configured and there: none is made, and none is needed unless a reference asks for it. */
    private Optional<LintDatabase> database(RevisionGraph graph, List<String> references) throws SQLException {
        Settings settings = workspace.settings();
        Optional<String> asking =
                references.stream().filter(References::asksDatabase).findFirst();
        if (settings.databaseIfAny().filter(Linting::isMade).isEmpty()) {
            asking.ifPresent(reference -> {
                throw new ConfigurationException("'" + reference + "' depends on where the database is, and there is"
                        + " none to ask. Configure one with --url or DATABASE_URL, or name the revisions themselves.");
            });
            return Optional.empty();
        }
        try (Database database = Database.open(workspace)) {
            Optional<Connection> connection = connect(database, asking.isPresent());
            if (connection.isEmpty()) {
                return Optional.empty();
            }
            try (Connection open = connection.get()) {
                LintDatabase read = LintDatabase.read(database, open, project, graph);
                read.current().stream()
                        .filter(id -> graph.find(id).isEmpty())
                        .sorted()
                        .forEach(id -> warnings.add("the database is at " + id + ", which no migration here has"));
                return Optional.of(read);
            }
        }
    }

    private Optional<Connection> connect(Database database, boolean needed) throws SQLException {
        try {
            return Optional.of(database.connect());
        } catch (SQLException e) {
            if (needed) {
                throw e;
            }
            warnings.add("every table counts as large, and every migration as not applied: "
                    + ServerFailure.of(e).message());
            return Optional.empty();
        }
    }

    private static boolean isMade(ConnectionTarget target) {
        return !(target instanceof ConnectionTarget.Embedded own)
                || Files.isDirectory(own.directory().resolve("pg-" + EmbeddedServer.bundledMajorVersion()));
    }

    private static Set<String> chosen(RevisionGraph graph, Optional<LintDatabase> database, List<String> references) {
        Set<String> chosen = new HashSet<>();
        if (references.isEmpty()) {
            graph.revisions().stream()
                    .filter(revision ->
                            database.filter(read -> read.hasApplied(revision)).isEmpty())
                    .forEach(revision -> chosen.add(revision.id()));
        }
        Set<String> current = database.map(LintDatabase::current).orElse(Set.of());
        for (String reference : references) {
            chosen.addAll(named(graph, current, reference));
        }
        return chosen;
    }

    private static Set<String> named(RevisionGraph graph, Set<String> current, String reference) {
        if (RevisionRange.isRange(reference)) {
            Set<String> within = new HashSet<>();
            RevisionRange.upward(graph, current, reference)
                    .revisions(graph)
                    .forEach(revision -> within.add(revision.id()));
            return within;
        }
        Set<String> named = new References(graph, current).resolve(reference);
        graph.requireKnown(named);
        if (named.isEmpty()) {
            throw new RevisionException("'" + reference + "' is before every revision, so there is nothing to lint."
                    + " `autogen history` lists the identifiers.");
        }
        return named;
    }

    private String selection(int count, Optional<LintDatabase> database, List<String> references) {
        String migrations = Words.count(count, "migration");
        if (!references.isEmpty()) {
            return migrations + ": " + String.join(" ", references);
        }
        if (database.isPresent()) {
            return migrations + " that the database has not applied";
        }
        return "all " + migrations + ", for "
                + (warnings.isEmpty() ? "there is no database to ask what is applied" : "the database does not answer");
    }

    /** The chosen migrations and all before them, which say what the chosen ones find. */
    private Map<RevisionInfo, MigrationLint> recorded(MigrationFolder folder, RevisionGraph graph, Set<String> chosen) {
        Map<RevisionInfo, MigrationLint> recorded = new LinkedHashMap<>();
        if (chosen.isEmpty()) {
            return recorded;
        }
        Map<String, LoadedMigration> loaded = project.migrations(folder).stream()
                .collect(toMap(migration -> migration.info().id(), migration -> migration));
        Map<String, MigrationFile> files =
                folder.files().stream().collect(toMap(file -> file.info().id(), file -> file));
        int left = chosen.size();
        for (RevisionInfo revision : graph.revisions()) {
            recorded.put(
                    revision,
                    new MigrationLint(
                            files.get(revision.id()), loaded.get(revision.id()).migration(), folder.sources()));
            left -= chosen.contains(revision.id()) ? 1 : 0;
            if (left == 0) {
                break;
            }
        }
        return recorded;
    }

    private static List<LintedMigration> judged(
            Map<RevisionInfo, MigrationLint> recorded, Set<String> chosen, Optional<LintDatabase> database) {
        List<MigrationLint> pending = recorded.entrySet().stream()
                .filter(entry ->
                        database.filter(read -> read.hasApplied(entry.getKey())).isEmpty())
                .map(Map.Entry::getValue)
                .toList();
        Hazards unknown = Hazards.in(HazardContext.UNKNOWN);
        Hazards ofApplied = database.map(LintDatabase::beforeApplied).orElse(unknown);
        Hazards ofPending = database.map(read -> read.beforePending(pending)).orElse(unknown);
        List<LintedMigration> judged = new ArrayList<>();
        for (Map.Entry<RevisionInfo, MigrationLint> entry : recorded.entrySet()) {
            MigrationLint migration = entry.getValue();
            boolean applied =
                    database.filter(read -> read.hasApplied(entry.getKey())).isPresent();
            if (chosen.contains(entry.getKey().id())) {
                judged.add(migration.judge(applied ? ofApplied : ofPending, unknown));
            }
            unknown = unknown.later(migration.steps());
            ofApplied = ofApplied.later(migration.steps());
            ofPending = applied ? ofPending : ofPending.later(migration.steps());
        }
        return judged;
    }
}
