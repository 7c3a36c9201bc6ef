package dev.autogen.migration.run;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Elements.primaryKey;
import static dev.autogen.migration.Elements.row;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.date;
import static dev.autogen.migration.Types.jsonb;
import static dev.autogen.migration.Types.text;
import static dev.autogen.migration.Types.type;
import static dev.autogen.migration.Types.varchar;
import static dev.autogen.migration.run.Migrations.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigratorTest {
    private static final LoadedMigration USERS = migration(
            RevisionInfo.of("a1"),
            op -> op.createTable(
                    "users",
                    column("id", bigint()).notNull().generatedByDefault(),
                    column("name", varchar(50)),
                    primaryKey("users_pkey", "id")),
            op -> op.dropTable("users"));
    private static final LoadedMigration EMAIL = migration(
            RevisionInfo.of("b1", "a1"),
            op -> op.addColumn("users", column("email", varchar(320))),
            op -> op.dropColumn("users", "email"));
    private static final LoadedMigration BROKEN = migration(
            RevisionInfo.of("c1", "b1"),
            op -> {
                op.execute("insert into users (name) values ('before')");
                op.execute("insert into nowhere values (1)");
            },
            op -> {});

    private TestDatabase database;

    @BeforeEach
    void createDatabase() {
        database = PostgresForTests.freshDatabase();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void upgrading_to_head_applies_everything_once() throws SQLException {
        Migrator migrator = migrator(USERS, EMAIL);
        assertThat(ids(migrator.upgrade("head"))).containsExactly("a1", "b1");
        assertThat(migrator.upgrade("head")).isEmpty();
        assertThat(database.query("select * from users")).isEmpty();
        assertThat(migrator.status().current()).containsExactly("b1");
    }

    @Test
    void branches_are_recognised_whichever_the_database_sorts_first() throws SQLException {
        database.execute("create table autogen_version (revision text collate \"und-x-icu\" primary key)");
        Migrator migrator = migrator(
                migration(RevisionInfo.of("a1"), op -> {}),
                migration(RevisionInfo.of("B1"), op -> {}),
                migration(RevisionInfo.of("c1", "B1"), op -> {}));
        migrator.upgrade("a1");
        migrator.upgrade("B1");

        assertThat(ids(migrator.upgrade("heads"))).containsExactly("c1");
        assertThat(migrator.status().current()).containsExactlyInAnyOrder("a1", "c1");
    }

    @Test
    void the_way_down_and_up_again_is_told_by_the_history() throws SQLException {
        Migrator migrator = migrator(USERS, EMAIL);
        migrator.upgrade("head");
        migrator.downgrade("-1");
        assertThat(migrator.status().current()).containsExactly("a1");
        migrator.upgrade("+1");
        migrator.downgrade("base");
        assertThat(migrator.status().current()).isEmpty();
        assertThat(migrator.status().history().stream().map(entry -> entry.action() + " " + entry.revision()))
                .containsExactly(
                        "UPGRADE a1", "UPGRADE b1", "DOWNGRADE b1", "UPGRADE b1", "DOWNGRADE b1", "DOWNGRADE a1");
    }

    @Test
    void asking_where_a_database_is_leaves_nothing_behind() throws SQLException {
        assertThat(migrator(USERS).status().current()).isEmpty();
        assertThat(database.query("select relname from pg_class where relname like 'autogen%'"))
                .isEmpty();
    }

    @Test
    void a_failing_migration_is_rolled_back_whole_and_says_where_it_failed() throws SQLException {
        Migrator migrator = migrator(USERS, EMAIL, BROKEN);
        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessage("""
                        Upgrade to c1 (c1, c1) failed in operation 2 of 2:
                          insert into nowhere values (1)
                                      ^
                        ERROR: relation "nowhere" does not exist (SQLSTATE 42P01)
                        This migration was rolled back whole; earlier ones stay applied.""");
        assertThat(migrator.status().current()).containsExactly("b1");
        assertThat(database.query("select * from users")).isEmpty();
    }

    @Test
    void a_dedicated_schema_is_created_and_holds_everything() throws SQLException {
        Migrator migrator = migrator(USERS).options(RunOptions.inSchema("Shop \"x\""));
        migrator.upgrade("head");
        assertThat(database.query("select relname from pg_class where relkind = 'r' and relnamespace ="
                        + " (select oid from pg_namespace where nspname = 'Shop \"x\"') order by 1"))
                .containsExactly("autogen_history", "autogen_progress", "autogen_version", "users");
    }

    @Test
    void migrations_work_on_data_but_do_not_end_the_transaction() throws SQLException {
        LoadedMigration data = migration(
                RevisionInfo.of("b1", "a1"),
                op -> {
                    op.execute("insert into users (name) values (?)", "it's");
                    op.withConnection(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("update users set name = upper(name)");
                        }
                    });
                },
                op -> {});
        migrator(USERS, data).upgrade("head");
        assertThat(database.query("select name from users")).containsExactly("IT'S");

        LoadedMigration committing =
                migration(RevisionInfo.of("c1", "b1"), op -> op.withConnection(Connection::commit), op -> {});
        assertThatThrownBy(() -> migrator(USERS, data, committing).upgrade("head"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("must not call Connection.commit()");
    }

    @Test
    void texts_fit_columns_of_other_types_as_literals_do() throws SQLException {
        LoadedMigration typed = migration(
                RevisionInfo.of("a1"),
                op -> {
                    op.createEnum("mood", "ok", "bad");
                    op.createTable(
                            "notes",
                            column("mood", type("mood")),
                            column("at", date()),
                            column("body", jsonb()),
                            column("title", text()));
                    op.bulkInsert(
                            "notes",
                            List.of("mood", "at", "body", "title"),
                            row("ok", "2026-11-21", "{\"a\": 1}", "it's"));
                    op.execute("update notes set title = upper(?) where mood = ?", "done", "ok");
                },
                op -> {});
        migrator(typed).upgrade("head");
        assertThat(database.query("select mood, at, body, title from notes"))
                .containsExactly("ok|2026-11-21|{\"a\": 1}|DONE");
    }

    @Test
    void runners_that_start_together_run_every_migration_once() throws Exception {
        int runners = 8;
        ExecutorService pool = Executors.newFixedThreadPool(runners);
        List<Future<List<RevisionInfo>>> results = new ArrayList<>();
        for (int i = 0; i < runners; i++) {
            results.add(pool.submit(() -> migrator(USERS, EMAIL).upgrade("head")));
        }
        List<String> applied = new ArrayList<>();
        for (Future<List<RevisionInfo>> result : results) {
            applied.addAll(ids(result.get(60, TimeUnit.SECONDS)));
        }
        pool.shutdown();
        assertThat(applied).containsExactly("a1", "b1");
    }

    @Test
    void a_lock_that_cannot_be_had_ends_in_a_message_and_not_in_a_queue() throws SQLException {
        migrator(USERS).upgrade("head");
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table users");
            RunOptions hasty = RunOptions.inSchema("public")
                    .withLockTimeout(Duration.ofMillis(50))
                    .withAttempts(2);
            assertThatThrownBy(() -> migrator(USERS, EMAIL).options(hasty).upgrade("head"))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("lock timeout")
                    .hasMessageContaining("--lock-timeout");
        }
    }

    @Test
    void another_runner_is_named_when_it_does_not_finish() throws SQLException {
        migrator(USERS).upgrade("head");
        LoadedMigration slow =
                migration(RevisionInfo.of("b1", "a1"), op -> op.withConnection(this::expectLocked), op -> {});
        migrator(USERS, slow).upgrade("head");
    }

    private void expectLocked(Connection holder) {
        RunOptions hasty = RunOptions.inSchema("public").withPatience(Duration.ofMillis(100));
        List<String> waits = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void waitingFor(String who) {
                waits.add(who);
            }
        };
        assertThatThrownBy(() ->
                        migrator(USERS, EMAIL).options(hasty).listener(listener).upgrade("head"))
                .isInstanceOf(LockedException.class)
                .hasMessageContaining("Another runner holds the migration lock: process ");
        assertThat(waits).hasSize(1);
    }

    @Test
    void a_concurrent_index_leaves_the_transaction_and_is_gone_on_with_after_a_failure() throws SQLException {
        LoadedMigration index = migration(
                RevisionInfo.of("b1", "a1"),
                op -> {
                    op.execute("insert into users (name) values ('x'), ('x')");
                    op.createIndex("ux_users_name", "users", "name").unique().concurrently();
                },
                op -> op.dropIndex("ux_users_name", "users").concurrently());
        Migrator migrator = migrator(USERS, index);
        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("run the same command again to go on from there");
        assertThat(migrator.status().partial()).containsExactly("b1");
        database.execute("delete from users where id = 1");
        migrator.upgrade("head");
        assertThat(database.query("select name from users")).containsExactly("x");
        assertThat(database.query("select indisvalid from pg_index where indexrelid = 'ux_users_name'::regclass"))
                .containsExactly("t");
        assertThat(migrator.status().partial()).isEmpty();
        migrator.downgrade("-1");
        assertThat(migrator.status().current()).containsExactly("a1");
    }

    @Test
    void stamping_moves_the_version_alone() throws SQLException {
        Migrator migrator = migrator(USERS, EMAIL);
        assertThat(migrator.stamp(List.of("head"), false)).containsExactly("b1");
        assertThat(database.query("select relname from pg_class where relname = 'users'"))
                .isEmpty();
        assertThat(migrator.stamp(List.of("base"), false)).isEmpty();
    }

    @Test
    void a_version_of_another_branch_is_named_and_purged_on_demand() throws SQLException {
        migrator(USERS, EMAIL).stamp(List.of("head"), false);
        Migrator behind = migrator(USERS);
        assertThatThrownBy(() -> behind.upgrade("head"))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("The database is at revision b1, which no migration has.");
        assertThat(behind.stamp(List.of("a1"), true)).containsExactly("a1");
    }

    private Migrator migrator(LoadedMigration... migrations) {
        return Migrator.forConnections(database::connect).migrations(List.of(migrations));
    }

    private static List<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).toList();
    }
}
