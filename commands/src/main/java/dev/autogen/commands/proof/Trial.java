package dev.autogen.commands.proof;

import dev.autogen.commands.database.ScratchDatabase;
import dev.autogen.commands.database.ScratchServer;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.RunOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Runs a project's migrations on scratch databases of one server, and looks at what they leave there.
 *
 * @param server where the databases are made
 * @param options how migrations are run
 */
record Trial(ScratchServer server, RunOptions options) {

    /** Brings a database up to revisions, one after the other. */
    void upgrade(ScratchDatabase database, List<LoadedMigration> migrations, Collection<String> revisions)
            throws SQLException {
        Migrator migrator = migrator(database, migrations);
        for (String revision : revisions) {
            Set<String> current = migrator.status().current();
            boolean applied = migrator.graph().ancestors(current).stream()
                    .map(RevisionInfo::id)
                    .anyMatch(revision::equals);
            if (!applied) {
                migrator.upgrade(revision);
            }
        }
    }

    /** A migrator of these migrations on a scratch database. */
    Migrator migrator(ScratchDatabase database, List<LoadedMigration> migrations) {
        return Migrator.forConnections(database::connect).migrations(migrations).options(options);
    }

    Picture picture(ScratchDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Picture.of(connection, options);
        }
    }

    /** What is different in a second picture; the database is asked what texts mean. */
    List<String> differences(Picture one, Picture other, ScratchDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return one.differences(other, connection, options);
        }
    }

    /** The server's release, for messages. */
    int majorVersion(ScratchDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        }
    }
}
