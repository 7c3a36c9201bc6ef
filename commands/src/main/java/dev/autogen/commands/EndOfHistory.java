package dev.autogen.commands;

import dev.autogen.commands.database.Database;
import dev.autogen.commands.database.ScratchDatabase;
import dev.autogen.commands.database.ScratchServer;
import dev.autogen.migration.run.LoadedMigration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The entities, read before a history is walked over, and compared with what it comes to. */
final class EndOfHistory implements AutoCloseable {
    private final Workspace workspace;
    private final Project project;
    private final ScratchServer server;
    private final String defaultSchema;

    /** Null until they are read. */
    private EntityReading reading;

    EndOfHistory(Workspace workspace, Project project, ScratchServer server, String defaultSchema) {
        this.workspace = workspace;
        this.project = project;
        this.server = server;
        this.defaultSchema = defaultSchema;
    }

    /**
     * Reads the entities.
     *
     * @throws dev.autogen.model.ModelException if they cannot be read
     */
    void read() throws SQLException {
        reading = EntityReading.start(new Entities(workspace, project), defaultSchema);
        try (ScratchDatabase database = server.create();
                Connection connection = database.connect()) {
            reading.goOnFor(connection);
        }
        reading.model();
    }

    /** Compares them with a database that has applied these revisions. */
    Comparison compare(ScratchDatabase database, List<LoadedMigration> migrations, Set<String> heads)
            throws SQLException {
        List<String> schemas = workspace
                .settings()
                .schemas(workspace.settings().databaseIfAny())
                .value();
        Database asAny = Database.scratch(workspace, server, database, schemas);
        return new Comparing(workspace)
                .compare(asAny, reading, migrations, heads)
                .comparison();
    }

    @Override
    public void close() {
        if (reading != null) {
            reading.close();
        }
    }
}
