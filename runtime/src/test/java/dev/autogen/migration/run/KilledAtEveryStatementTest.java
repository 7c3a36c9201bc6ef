package dev.autogen.migration.run;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Elements.primaryKey;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.text;
import static dev.autogen.migration.run.Migrations.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.FaultyConnections.Moment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The session is lost before each message that may change something, and after each commit, when the answer is on its
 * way: the next run completes, and the result is that of a run that nothing disturbed. {@code -Dautogen.faults.all=true}
 * tries every message.
 */
class KilledAtEveryStatementTest {
    private static final String STATE = """
            select 'version ' || revision from autogen_version
            union all select 'progress ' || revision from autogen_progress
            union all (select 'ledger ' || action || ' ' || revision from autogen_history order by id)
            union all (select 'column ' || attrelid::regclass || '.' || attname from pg_attribute
              where attrelid in (select oid from pg_class
                                 where relnamespace = 'public'::regnamespace and relname not like 'autogen%'
                                   and relkind = 'r')
                and attnum > 0 and not attisdropped order by 1)
            union all (select 'index ' || indexrelid::regclass || ' ' || indisvalid from pg_index
              where indrelid in (select oid from pg_class
                                 where relnamespace = 'public'::regnamespace and relname not like 'autogen%')
              order by 1)
            union all (select 'user ' || u::text from users u order by id)
            union all select 'run ' || what from runs
            """;

    private static final List<LoadedMigration> HISTORY = List.of(
            migration(
                    RevisionInfo.of("a1"),
                    op -> {
                        op.createTable(
                                "users",
                                column("id", bigint()).notNull().generatedByDefault(),
                                column("name", text()),
                                primaryKey("users_pkey", "id"));
                        op.execute("insert into users (name) select 'user ' || g from generate_series(1, 5) g");
                        op.execute("create table runs (what text)");
                    },
                    op -> {
                        op.execute("drop table runs");
                        op.dropTable("users");
                    }),
            migration(
                    RevisionInfo.of("b1", "a1"),
                    op -> {
                        op.execute("insert into runs values ('first part')");
                        op.createIndex("ux_users_name", "users", "name")
                                .unique()
                                .concurrently();
                        op.addColumn("users", column("upper_name", text()));
                        op.batch("users", "id").set("upper_name", "upper(name)").size(2);
                        op.newTransaction();
                        op.execute("insert into runs values ('last part')");
                    },
                    op -> {
                        op.dropColumn("users", "upper_name");
                        op.dropIndex("ux_users_name", "users").concurrently();
                        op.execute("insert into runs values ('down')");
                    }),
            migration(
                    RevisionInfo.of("c1", "b1"),
                    op -> op.autocommit(() -> op.execute("create index if not exists ix_users_id on users (id, name)")),
                    op -> op.autocommit(() -> op.execute("drop index if exists ix_users_id"))));

    @Test
    void an_upgrade_is_completed_by_the_next_one() throws SQLException {
        try (TestDatabase database = PostgresForTests.freshDatabase();
                Connection observer = database.connect()) {
            Killing upgrade = new Killing(database, observer, migrator -> migrator.upgrade("head"));
            upgrade.everywhere(() -> {});
        }
    }

    @Test
    void a_downgrade_is_completed_by_the_next_one() throws SQLException {
        try (TestDatabase database = PostgresForTests.freshDatabase();
                Connection observer = database.connect()) {
            Killing downgrade = new Killing(database, observer, migrator -> migrator.downgrade("a1"));
            downgrade.everywhere(() -> migrator(database::connect).upgrade("head"));
        }
    }

    /** One command, killed at one message after the other. */
    private record Killing(TestDatabase database, Connection observer, Command command) {

        void everywhere(Preparation preparation) throws SQLException {
            anew(preparation);
            command.run(migrator(database::connect));
            List<String> expected = state();
            for (Moment moment : Moment.values()) {
                int number = 1;
                while (isKilledAt(number, moment, preparation, expected)) {
                    number++;
                }
                assertThat(number).as("messages to the server").isGreaterThan(moment == Moment.AFTER ? 5 : 20);
            }
        }

        private boolean isKilledAt(int number, Moment moment, Preparation preparation, List<String> expected)
                throws SQLException {
            anew(preparation);
            FaultyConnections faulty = new FaultyConnections(database, observer, number, moment);
            String place = moment + " message " + number;
            try {
                command.run(migrator(faulty));
            } catch (MigrationFailedException e) {
                assertThat(e).as(place).hasMessageContaining("The connection is lost");
            } catch (SQLException e) {
                assertThat(e.getSQLState()).as(place).matches("08...|57P01");
            }
            command.run(migrator(database::connect));
            assertThat(state()).as(place).isEqualTo(expected);
            return faulty.isLost();
        }

        private void anew(Preparation preparation) throws SQLException {
            try (Statement statement = observer.createStatement()) {
                statement.execute("drop schema public cascade; create schema public");
            }
            preparation.run();
        }

        /** All that an undisturbed run leaves behind, without times. */
        private List<String> state() throws SQLException {
            List<String> state = new ArrayList<>();
            try (Statement statement = observer.createStatement();
                    ResultSet rows = statement.executeQuery(STATE)) {
                while (rows.next()) {
                    state.add(rows.getString(1));
                }
            }
            return state;
        }
    }

    private static Migrator migrator(ConnectionSource connections) {
        return Migrator.forConnections(connections).migrations(HISTORY);
    }

    private interface Command {
        Object run(Migrator migrator) throws SQLException;
    }

    private interface Preparation {
        void run() throws SQLException;
    }
}
