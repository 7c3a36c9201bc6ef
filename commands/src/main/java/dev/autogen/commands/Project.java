package dev.autogen.commands;

import dev.autogen.commands.config.ClasspathFinder;
import dev.autogen.commands.config.Setting;
import dev.autogen.commands.database.Database;
import dev.autogen.commands.history.MigrationFolder;
import dev.autogen.commands.history.MigrationLoader;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.RunListener;
import java.nio.file.Path;
import java.util.List;

/** The project's own things as a command needs them: class path, migrations, a migrator for its database. */
final class Project {
    private final Workspace workspace;
    /** Null until asked for. */
    private List<Path> classPath;

    Project(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What entities and migrations may need: as configured, else as the build tool says, which is asked once for the
     * two that are compiled at the same time.
     */
    synchronized List<Path> classPath() {
        if (classPath == null) {
            classPath = workspace
                    .settings()
                    .classpath()
                    .map(Setting::value)
                    .orElseGet(() -> new ClasspathFinder(
                                    workspace.settings().layout(), workspace.surroundings(), workspace.progress()::say)
                            .find());
        }
        return classPath;
    }

    /** The migrations as their headers tell. */
    MigrationFolder folder() {
        return MigrationFolder.read(workspace.settings().migrations());
    }

    /** The migrations, ready to run. */
    List<LoadedMigration> migrations(MigrationFolder folder) {
        return new MigrationLoader(workspace.settings().project(), this::classPath).load(folder);
    }

    /** The migrations as their headers tell; they are compiled where a database has something to compare them with. */
    List<LoadedMigration> migrationsWhenNeeded(MigrationFolder folder) {
        return new MigrationLoader(workspace.settings().project(), this::classPath).whenNeeded(folder);
    }

    /** A migrator of the project's migrations for a database. */
    Migrator migrator(Database database, List<LoadedMigration> migrations, RunListener listener) {
        return Migrator.forConnections(database::connect)
                .migrations(migrations)
                .options(database.runOptions())
                .listener(listener);
    }
}
