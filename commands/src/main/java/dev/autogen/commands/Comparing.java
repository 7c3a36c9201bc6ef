package dev.autogen.commands;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.autogen.commands.config.ComparisonSettings;
import dev.autogen.commands.config.ConfigurationException;
import dev.autogen.commands.config.ConnectionTarget;
import dev.autogen.commands.config.StateDirectory;
import dev.autogen.commands.database.Database;
import dev.autogen.commands.database.ScratchServer;
import dev.autogen.commands.database.StandIn;
import dev.autogen.commands.history.MigrationFolder;
import dev.autogen.commands.proof.Obligation;
import dev.autogen.differ.ClaimRecorder;
import dev.autogen.differ.Claims;
import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.DifferException;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.introspector.Canonicalization;
import dev.autogen.introspector.Canonicalizer;
import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.introspector.LiveCatalog;
import dev.autogen.introspector.RefusedText;
import dev.autogen.introspector.Scope;
import dev.autogen.migration.Migration;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.RunListener;
import dev.autogen.model.EntityModel;
import dev.autogen.model.SourcePosition;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.dependent.Touched;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Compares entities and database: reads both at the same time, lets PostgreSQL judge the texts, diffs. */
final class Comparing {
    private final Workspace workspace;
    private final Project project;
    private final Optional<Questions> questions;

    Comparing(Workspace workspace) {
        this(workspace, Optional.empty());
    }

    /** @param questions whom to ask which differences are renames */
    Comparing(Workspace workspace, Optional<Questions> questions) {
        this.workspace = workspace;
        this.project = new Project(workspace);
        this.questions = questions;
    }

    /** The entities with a database that is named instead of the configured one. */
    Comparison compare(ConnectionTarget target) {
        List<String> schemas = workspace
                .settings()
                .schemasOf(target, () -> workspace.settings().schemas(target).value());
        workspace.progress().say("Database: " + target.describe() + " (" + target.chosenBy() + ")");
        target.notices().forEach(workspace.progress()::say);
        try (ScratchServer scratch = ScratchServer.open(workspace.settings().scratchDatabase(), Optional.empty());
                Database database = Database.open(workspace, target, schemas, scratch)) {
            database.script().loaded(target.describe()).ifPresent(workspace.progress()::say);
            return database.isFile()
                    ? compare(database, List.of(), Set.of())
                            .comparison()
                            .withFirstWarnings(database.script().notices())
                    : compare(database);
        } catch (SQLException e) {
            throw new DatabaseException(target, e);
        }
    }

    /** {@code diff} and {@code check}: with a warning where the database is not at head. */
    Comparison compare() throws SQLException {
        try (Database database = Database.open(workspace)) {
            return compare(database);
        }
    }

    private Comparison compare(Database database) throws SQLException {
        try (EntityReading entities = reading(database)) {
            MigrationFolder folder = project.folder();
            RevisionGraph graph = folder.graph();
            try (Connection connection = database.connect()) {
                entities.goOnFor(connection);
                Set<String> current = graph.recognised(project.migrator(database, List.of(), RunListener.NONE)
                        .status()
                        .current());
                List<LoadedMigration> migrations = current.isEmpty() ? List.of() : project.migrations(folder);
                return compare(database, connection, entities, migrations, current)
                        .comparison()
                        .withFirstWarnings(behind(graph, current).stream().toList());
            }
        }
    }

    /**
     * A comparison, and all that went into it.
     *
     * @param comparison what came of it
     * @param obligation what a migration written from it claims
     */
    record Compared(Comparison comparison, Obligation obligation) {}

    /** Compares with the claims of the migrations that the database has applied. */
    Compared compare(Database database, List<LoadedMigration> migrations, Set<String> current) throws SQLException {
        try (EntityReading entities = reading(database)) {
            return compare(database, entities, migrations, current);
        }
    }

    private EntityReading reading(Database database) {
        return EntityReading.start(new Entities(workspace, project), database.defaultSchema());
    }

    /** The same with entities that are being read, or were read, before. */
    Compared compare(Database database, EntityReading entities, List<LoadedMigration> migrations, Set<String> current)
            throws SQLException {
        try (Connection connection = database.connect()) {
            entities.goOnFor(connection);
            return compare(database, connection, entities, migrations, current);
        }
    }

    private Compared compare(
            Database database,
            Connection connection,
            EntityReading entities,
            List<LoadedMigration> migrations,
            Set<String> current)
            throws SQLException {
        Scope configured = scope(database);
        CatalogIntrospector introspector = new CatalogIntrospector();
        LiveCatalog read = introspector.introspect(connection, configured);
        Claims claims = claims(migrations, current);
        Canonicalizer canonicalizer = canonicalizer(database).ahead(read.catalog());
        EntityModel model = entities.model();
        Scope scope = configured.including(model.catalog().schemaNames());
        LiveCatalog live = scope.equals(configured) ? read : introspector.introspect(connection, scope);
        ComparisonSettings settings = workspace.settings().comparison();
        CatalogFilter filter =
                new CatalogFilter(settings.include(), settings.exclude(), Set.of(database.defaultSchema()));
        CatalogFilter.Filtered filtered = filter.from(model.catalog(), live.catalog());
        Catalog desired = filtered.desired();
        Catalog existing = filtered.live();
        Canonicalization spoken = canonical(canonicalizer, connection, desired, existing, Set.of());
        requireTaken(spoken.refused(), model);
        DiffOptions known = DiffOptions.ENTITIES
                .withClaims(claims)
                .withAllowDrops(settings.allowDrops())
                .withStrict(settings.strict())
                .withUnmanaged(union(live.leftOut().keySet(), filtered.beyond()))
                .withServerVersion(connection.getMetaData().getDatabaseMajorVersion());
        Renaming renaming = new Renaming(workspace, spoken.desired(), spoken.live(), known, model.positions());
        DiffOptions options =
                placed(model, () -> renaming.decided(model.formerNames(), database.defaultSchema(), questions));
        Set<QualifiedName> concerned = renaming.concerned(options);
        Canonicalization judged =
                concerned.isEmpty() ? spoken : canonical(canonicalizer, connection, desired, existing, concerned);
        SchemaDiff compared = placed(model, () -> new SchemaDiffer().diff(judged.desired(), judged.live(), options));
        SchemaDiff carried =
                carrying(renaming.explained(compared, options), introspector, connection, scope, settings.split());
        SchemaDiff diff = refusing(carried, judged, database.defaultSchema(), connection);
        Staging staging = Staging.of(diff, live.catalog(), settings);
        return new Compared(
                new Comparison(
                        Sides.ENTITIES,
                        diff,
                        staging.recipe(),
                        staging.stages(),
                        model.positions(),
                        workspace.settings().project(),
                        database.defaultSchema(),
                        DatabaseFacts.of(database, connection, live, scope, diff),
                        warnings(model, spoken)),
                new Obligation(Sides.ENTITIES, existing, desired, diff, options, scope, database.runOptions()));
    }

    /**
     * Looks up what hangs on what changes, where that matters.
     *
     * @param split whether a renamed column may go and come instead
     */
    static SchemaDiff carrying(
            SchemaDiff diff, CatalogIntrospector introspector, Connection connection, Scope scope, boolean split)
            throws SQLException {
        List<Touched> touched = split ? diff.touchedOrRenamed() : diff.touched();
        return touched.isEmpty() ? diff : diff.carrying(introspector.dependents(connection, scope, touched));
    }

    /** Where the model contradicts itself, the message says at which lines. */
    private static <T> T placed(EntityModel model, Supplier<T> comparison) {
        try {
            return comparison.get();
        } catch (DifferException e) {
            String places = e.tables().stream()
                    .flatMap(table -> model.positions().ofTable(table).stream())
                    .map(SourcePosition::toString)
                    .distinct()
                    .collect(joining(", "));
            throw new ConfigurationException(e.getMessage() + (places.isEmpty() ? "" : " Look at " + places + "."), e);
        }
    }

    private static Canonicalization canonical(
            Canonicalizer canonicalizer,
            Connection connection,
            Catalog desired,
            Catalog live,
            Set<QualifiedName> renamed)
            throws SQLException {
        try (StandIn standIn = new StandIn()) {
            return canonicalizer
                    .withStandIn(standIn::connect)
                    .withRenamed(renamed)
                    .canonicalize(desired, live, connection);
        }
    }

    private Canonicalizer canonicalizer(Database database) {
        return Canonicalizer.forSchema(database.defaultSchema())
                .remembering(workspace
                        .settings()
                        .project()
                        .resolve(StateDirectory.NAME)
                        .resolve("judged"));
    }

    /** Asks the server about what is to be there as it is over a column that gets another type. */
    static SchemaDiff refusing(SchemaDiff diff, Canonicalization judged, String defaultSchema, Connection connection)
            throws SQLException {
        SchemaDiff asking = diff.askingForDependents(judged.live());
        if (asking.survivors().isEmpty()) {
            return diff;
        }
        try (StandIn standIn = new StandIn()) {
            return asking.refusing(Canonicalizer.forSchema(defaultSchema)
                    .withStandIn(standIn::connect)
                    .refused(judged.desired(), judged.live(), asking.trials(), connection));
        }
    }

    /** The part of the database that is compared, without autogen's own tables. */
    static Scope scope(Database database) {
        List<String> schemas = database.schemas();
        return Scope.of(schemas.get(0), schemas.subList(1, schemas.size()).toArray(String[]::new))
                .ignoring(
                        database.runOptions().versions().name(),
                        database.runOptions().history().name(),
                        database.runOptions().progress().name());
    }

    private static void requireTaken(List<RefusedText> refused, EntityModel model) {
        if (refused.isEmpty()) {
            return;
        }
        String list = refused.stream()
                .map(text -> "\n  " + place(text, model) + text.table()
                        + (text.object() == null ? "" : "." + text.object()) + ": " + text.text() + " ("
                        + text.message() + ")")
                .collect(joining());
        throw new ConfigurationException("PostgreSQL does not take " + (refused.size() == 1 ? "a text" : "texts")
                + " of the entities:" + list + "\nCorrect the mapping; nothing was compared or written.");
    }

    private static List<String> warnings(EntityModel model, Canonicalization spoken) {
        List<String> warnings = new ArrayList<>();
        model.warnings().forEach(warning -> warnings.add(warning.toString()));
        if (spoken.judgedBy() == Canonicalization.JudgedBy.STAND_IN) {
            warnings.add("no temporary table can be made here (the role may not, or the server is a standby), so an"
                    + " embedded PostgreSQL judged the texts of the entities");
        }
        for (RefusedText text : spoken.unjudged()) {
            warnings.add(place(text, model) + "nobody could judge " + text.text() + " of " + text.table() + ": "
                    + text.message());
        }
        return warnings;
    }

    private static String place(RefusedText text, EntityModel model) {
        Optional<SourcePosition> position = text.object() == null
                ? model.positions().ofTable(text.table())
                : model.positions().ofColumn(text.table(), text.object());
        return position.map(where -> where + ": ").orElse("");
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        return Stream.concat(some.stream(), others.stream()).collect(toSet());
    }

    private static Claims claims(List<LoadedMigration> migrations, Set<String> current) {
        RevisionGraph graph =
                RevisionGraph.of(migrations.stream().map(LoadedMigration::info).toList());
        Map<String, LoadedMigration> byId =
                migrations.stream().collect(toMap(migration -> migration.info().id(), migration -> migration));
        ClaimRecorder recorder = new ClaimRecorder();
        for (RevisionInfo revision : graph.ancestors(current)) {
            if (!revision.baseline()) {
                Migration migration = byId.get(revision.id()).migration();
                recorder.replay(Step.operations(RecordedMigration.of(migration).upgrade()));
            }
        }
        return recorder.claims();
    }

    private static Optional<String> behind(RevisionGraph graph, Set<String> current) {
        List<String> unknown =
                current.stream().filter(id -> graph.find(id).isEmpty()).sorted().toList();
        if (!unknown.isEmpty()) {
            return Optional.of("the database is at " + String.join(", ", unknown) + ", which no migration here has");
        }
        int pending = graph.revisions().size() - graph.ancestors(current).size();
        return pending == 0
                ? Optional.empty()
                : Optional.of("the database is not at head: " + pending
                        + (pending == 1 ? " migration is" : " migrations are") + " to be applied");
    }
}
