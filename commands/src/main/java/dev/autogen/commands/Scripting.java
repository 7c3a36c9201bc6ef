package dev.autogen.commands;

import dev.autogen.commands.config.ConfigurationException;
import dev.autogen.commands.config.Settings;
import dev.autogen.commands.database.Database;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.revision.RevisionRange;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.MigrationScript;
import dev.autogen.migration.run.RunListener;
import dev.autogen.migration.run.RunOptions;
import dev.autogen.migration.run.ScriptOptions;
import dev.autogen.migration.run.ScriptRange;
import java.sql.SQLException;
import java.util.List;

/** {@code upgrade --sql}, {@code downgrade --sql} and {@code stamp --sql}: without a database where the range allows it. */
final class Scripting {
    private final Workspace workspace;
    private final Project project;

    Scripting(Workspace workspace) {
        this.workspace = workspace;
        this.project = new Project(workspace);
    }

    MigrationScript script(String range, Direction direction, ScriptOptions options) throws SQLException {
        // A script that leaves out what is done may begin where nothing is.
        ScriptRange parsed =
                new ScriptRange(options.idempotent() && !RevisionRange.isRange(range) ? ":" + range : range);
        if (parsed.asksDatabase()) {
            requireDatabase(range, direction);
        }
        return write(
                parsed.asksDatabase(),
                project.migrations(project.folder()),
                migrator -> migrator.script(parsed, direction, options));
    }

    /** The upgrade to one revision from what it stands on; where it runs Java code, the script says so. */
    MigrationScript script(RevisionInfo revision) throws SQLException {
        return write(
                false,
                project.migrations(project.folder()),
                migrator -> migrator.script(
                        ScriptRange.only(revision.id()), Direction.UPGRADE, new ScriptOptions(false, true, false)));
    }

    MigrationScript stamp(List<String> references, boolean purge) throws SQLException {
        boolean asksDatabase = !purge && !references.stream().allMatch(RevisionRange::isRange);
        return write(
                asksDatabase,
                project.migrationsWhenNeeded(project.folder()),
                migrator -> migrator.stampScript(references, purge));
    }

    /** Where there is no database to ask, a range that names both its ends is the way to a script. */
    private void requireDatabase(String reference, Direction direction) {
        if (workspace.settings().databaseIfAny().isPresent()) {
            return;
        }
        try {
            workspace.settings().database();
        } catch (ConfigurationException e) {
            throw new ConfigurationException("A script for " + reference + " begins where the database is. "
                    + e.getMessage() + " None is needed for a script that says itself where it begins: "
                    + (direction == Direction.UPGRADE
                            ? "`autogen upgrade :head --sql` begins at base."
                            : "`autogen downgrade head:base --sql`."));
        }
    }

    private MigrationScript write(boolean asksDatabase, List<LoadedMigration> migrations, Writing writing)
            throws SQLException {
        if (asksDatabase) {
            try (Database database = Database.open(workspace)) {
                return writing.by(project.migrator(database, migrations, RunListener.NONE));
            }
        }
        Settings settings = workspace.settings();
        RunOptions options = Database.runOptions(
                settings.schemas(settings.databaseIfAny()).value().get(0), settings.runner());
        return writing.by(Migrator.forConnections(() -> {
                    throw new IllegalStateException("a range that does not ask the database opens a connection");
                })
                .migrations(migrations)
                .options(options));
    }

    /** What makes the script. */
    private interface Writing {
        MigrationScript by(Migrator migrator) throws SQLException;
    }
}
