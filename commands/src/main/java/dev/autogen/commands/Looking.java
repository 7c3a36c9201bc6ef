package dev.autogen.commands;

import dev.autogen.commands.database.Database;
import dev.autogen.commands.history.MigrationFolder;
import dev.autogen.migration.run.EditedMigration;
import dev.autogen.migration.run.RunListener;
import dev.autogen.migration.run.Status;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** {@code history}, {@code heads}, {@code show} and {@code current}: nothing changes, and little is compiled. */
final class Looking {
    private final Workspace workspace;
    private final Project project;

    Looking(Workspace workspace) {
        this.workspace = workspace;
        this.project = new Project(workspace);
    }

    HistoryResult history() {
        MigrationFolder folder = project.folder();
        return new HistoryResult(folder.graph(), folder, Optional.empty());
    }

    /** With where the database is, if there is one. */
    HistoryResult historyAndStatusIfAny() throws SQLException {
        return workspace.settings().databaseIfAny().isPresent() ? historyAndStatus() : history();
    }

    HistoryResult historyAndStatus() throws SQLException {
        MigrationFolder folder = project.folder();
        try (Database database = Database.open(workspace)) {
            Status status =
                    project.migrator(database, List.of(), RunListener.NONE).status();
            return new HistoryResult(folder.graph(), folder, Optional.of(status));
        }
    }

    /** Compiles the migrations where anything was run; which database is asked was said before. */
    List<EditedMigration> edited() throws SQLException {
        try (Database database = Database.again(workspace)) {
            return project.migrator(database, project.migrationsWhenNeeded(project.folder()), RunListener.NONE)
                    .edited();
        }
    }
}
