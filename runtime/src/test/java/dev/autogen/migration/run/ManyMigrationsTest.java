package dev.autogen.migration.run;

import static dev.autogen.migration.run.Migrations.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.revision.RevisionInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a run of many small migrations waits for is the server, and each of them as often as the one before. */
class ManyMigrationsTest {
    /** Its own statement, the version rows, what it leaves in autogen's tables, the end of its savepoint, the commit. */
    private static final int MESSAGES = 5;

    @Test
    void a_small_migration_costs_five_messages_however_many_come_before_it() throws SQLException {
        try (TestDatabase database = PostgresForTests.freshDatabase();
                Connection observer = database.connect()) {
            Runs runs = new Runs(database, observer);
            runs.sent(10, migrator -> migrator.upgrade("head"));

            assertThat(runs.sent(10, migrator -> migrator.upgrade("head"))).isZero();
            assertThat(runs.sent(20, migrator -> migrator.upgrade("head"))).isEqualTo(10 * MESSAGES);
            assertThat(runs.sent(60, migrator -> migrator.upgrade("head"))).isEqualTo(40 * MESSAGES);
            assertThat(runs.sent(60, migrator -> migrator.downgrade("base"))).isEqualTo(60 * MESSAGES);
        }
    }

    private record Runs(TestDatabase database, Connection observer) {
        int sent(int migrations, Command command) throws SQLException {
            FaultyConnections connections = FaultyConnections.withoutFault(database, observer);
            command.run(Migrator.forConnections(connections).migrations(history(migrations)));
            return connections.sent();
        }

        private static List<LoadedMigration> history(int migrations) {
            return IntStream.range(0, migrations)
                    .mapToObj(i -> migration(
                            i == 0 ? RevisionInfo.of("r0") : RevisionInfo.of("r" + i, "r" + (i - 1)),
                            op -> op.execute("comment on schema public is 'up " + i + "'"),
                            op -> op.execute("comment on schema public is 'down " + i + "'")))
                    .toList();
        }
    }

    private interface Command {
        List<RevisionInfo> run(Migrator migrator) throws SQLException;
    }
}
