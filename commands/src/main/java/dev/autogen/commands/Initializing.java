package dev.autogen.commands;

import dev.autogen.codegen.MigrationDraft;
import dev.autogen.codegen.MigrationNames;
import dev.autogen.codegen.NotedOperation;
import dev.autogen.commands.database.Database;
import dev.autogen.commands.history.MigrationFolder;
import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.introspector.CatalogIntrospector;
import dev.autogen.migration.run.RunListener;
import dev.autogen.schema.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** {@code init}: a configuration file, and a migration that describes what the database holds already. */
final class Initializing {
    private static final String MESSAGE = "baseline";
    private static final String CONFIGURATION = """
            # Configuration of autogen. Each key is also an option (--url) and a variable (AUTOGEN_URL).
            # A profile has a section of its own: production.url=... counts with --profile production.

            # The database; a password belongs into PGPASSWORD, ~/.pgpass or a password file, not here.
            #url=postgres://user@localhost:5432/database
            # Schemas to compare; the first is the default one.
            #schema=public
            # Where migrations are written.
            #migrations=src/main/java
            #package=migrations
            """;

    private final Workspace workspace;
    private final Project project;
    private final Drafting drafting;

    Initializing(Workspace workspace) {
        this.workspace = workspace;
        this.project = new Project(workspace);
        this.drafting = new Drafting(workspace);
    }

    InitResult init() throws SQLException {
        try (ProjectLock lock = ProjectLock.acquire(workspace);
                Database database = Database.open(workspace)) {
            MigrationFolder folder = project.folder();
            Catalog live = live(database);
            Path file = workspace.settings().project().resolve("autogen.properties");
            boolean written = writeConfiguration(file);
            if (!folder.files().isEmpty()) {
                return new InitResult(
                        file, written, Optional.empty(), "There are migrations already, so no baseline is needed.");
            }
            SchemaDiff everything = new SchemaDiffer().diff(live, Catalog.EMPTY, DiffOptions.DATABASES);
            if (everything.isEmpty()) {
                return new InitResult(
                        file,
                        written,
                        Optional.empty(),
                        "The database is empty, so no baseline is needed. Next: autogen -m \"first tables\"");
            }
            WrittenMigration baseline = drafting.store(draft(everything));
            stamp(database);
            return new InitResult(file, written, Optional.of(baseline), "");
        }
    }

    private static Catalog live(Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            return new CatalogIntrospector()
                    .introspect(connection, Comparing.scope(database))
                    .catalog();
        }
    }

    private MigrationDraft draft(SchemaDiff everything) {
        return drafting.draft(MigrationNames.newRevision(), List.of(), MESSAGE)
                .asBaseline()
                .withOperations(
                        everything.upgrade().stream().map(NotedOperation::of).toList(),
                        everything.downgrade().stream().map(NotedOperation::of).toList());
    }

    private void stamp(Database database) throws SQLException {
        project.migrator(database, project.migrations(project.folder()), RunListener.NONE)
                .stamp(List.of("head"), false);
    }

    private static boolean writeConfiguration(Path file) {
        if (Files.exists(file)) {
            return false;
        }
        try {
            Files.writeString(file, CONFIGURATION);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
