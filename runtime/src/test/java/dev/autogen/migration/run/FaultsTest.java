package dev.autogen.migration.run;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.text;
import static dev.autogen.migration.run.Migrations.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong on purpose: each is noticed, told apart and leaves a database that the next run goes on with. */
@Timeout(120)
class FaultsTest {
    private static final LoadedMigration USERS = migration(
            RevisionInfo.of("a1"),
            op -> op.createTable("users", column("id", bigint()), column("name", text())),
            op -> op.dropTable("users"));
    private static final LoadedMigration EMAIL = migration(
            RevisionInfo.of("b1", "a1"),
            op -> op.addColumn("users", column("email", text())),
            op -> op.dropColumn("users", "email"));
    private static final LoadedMigration INDEX = migration(
            RevisionInfo.of("b1", "a1"),
            op -> {
                op.execute("insert into users (id) values (1), (1)");
                op.createIndex("ux_users_id", "users", "id").unique().concurrently();
            },
            op -> op.dropIndex("ux_users_id", "users").concurrently());

    private static TestDatabase database;

    private final List<String> heard = new ArrayList<>();

    @BeforeAll
    static void createDatabase() {
        database = PostgresForTests.freshDatabase();
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.execute("drop schema public cascade", "create schema public");
    }

    @Test
    void who_holds_a_lock_is_named_while_it_is_waited_for_and_in_the_end() throws SQLException {
        migrator(USERS).upgrade("head");
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("set application_name = 'nightly report'");
            other.setAutoCommit(false);
            statement.execute("select * from users");
            RunOptions hasty = RunOptions.inSchema("public")
                    .withLockTimeout(Duration.ofMillis(400))
                    .withAttempts(2);
            assertThatThrownBy(() -> migrator(USERS, EMAIL).options(hasty).upgrade("head"))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("It waited for a lock that another session holds: process ")
                    .hasMessageContaining("(nightly report), connected since ")
                    .hasMessageContaining(", idle in transaction, last statement: select * from users.")
                    .hasMessageContaining("raise --lock-timeout");
        }
        assertThat(heard)
                .anyMatch(line -> line.startsWith("blocked") && line.contains("nightly report"))
                .contains("retrying 2 of 2");
    }

    @Test
    void a_statement_that_runs_too_long_is_cancelled_with_its_limit_named() throws SQLException {
        LoadedMigration slow = migration(RevisionInfo.of("a1"), op -> op.execute("select pg_sleep(20)"), op -> {});
        RunOptions hasty = RunOptions.inSchema("public").withStatementTimeout(Duration.ofMillis(50));
        assertThatThrownBy(() -> migrator(slow).options(hasty).upgrade("head"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("SQLSTATE 57014")
                .hasMessageContaining("--statement-timeout, op.statementTimeout");
        LoadedMigration patient = migration(
                RevisionInfo.of("a1"),
                op -> {
                    op.statementTimeout(Duration.ZERO);
                    op.execute("select pg_sleep(0.2)");
                },
                op -> {});
        assertThat(migrator(patient).options(hasty).upgrade("head")).hasSize(1);
    }

    @Test
    void a_waiter_does_not_keep_the_holder_from_building_an_index_concurrently() throws Exception {
        CompletableFuture<List<RevisionInfo>> waiter = new CompletableFuture<>();
        LoadedMigration index = migration(
                RevisionInfo.of("b1", "a1"),
                op -> {
                    op.withConnection(holder -> waiter.completeAsync(() -> upgraded(USERS)));
                    op.execute("select pg_sleep(0.5)");
                    op.createIndex("ix_users_id", "users", "id").concurrently();
                },
                op -> {});
        assertThat(migrator(USERS, index).upgrade("head")).hasSize(2);
        assertThatThrownBy(() -> waiter.get(30, TimeUnit.SECONDS)).hasRootCauseInstanceOf(RevisionException.class);
        assertThat(heard).anyMatch(line -> line.startsWith("waiting for process "));
    }

    private List<RevisionInfo> upgraded(LoadedMigration... migrations) {
        try {
            return migrator(migrations).upgrade("head");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_version_table_that_somebody_else_writes_to_is_a_clear_error() throws SQLException {
        LoadedMigration meddled = migration(
                RevisionInfo.of("b1", "a1"),
                op -> op.withConnection(ours -> database.execute("update autogen_version set revision = 'zz'")),
                op -> {});
        assertThatThrownBy(() -> migrator(USERS, meddled).upgrade("head"))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("was changed while autogen was at work: it was at a1 and is at zz.");
        database.execute(
                "alter table autogen_version drop constraint autogen_version_pkey",
                "update autogen_version set revision = 'a1'",
                "insert into autogen_version values ('a1')");
        assertThatThrownBy(() -> migrator(USERS, EMAIL).upgrade("head"))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("holds revision a1 more than once");
        assertThat(migrator(USERS, EMAIL).stamp(List.of("a1"), true)).containsExactly("a1");
        assertThat(database.query("select revision from autogen_version")).containsExactly("a1");
    }

    @Test
    void an_edited_migration_is_refused_until_it_is_accepted() throws SQLException {
        migrator(USERS).upgrade("head");
        LoadedMigration edited = migration(
                RevisionInfo.of("a1"),
                op -> op.createTable("users", column("id", bigint())),
                op -> op.dropTable("users"));
        assertThat(migrator(edited).edited())
                .singleElement()
                .satisfies(each -> assertThat(each.directions()).containsExactly(Direction.UPGRADE));
        assertThatThrownBy(() -> migrator(edited, EMAIL).upgrade("head"))
                .isInstanceOf(RevisionException.class)
                .hasMessageStartingWith("Nothing was run: migration a1 (a1, a1) was edited after it was applied (")
                .hasMessageContaining("its upgrade does not say what it said then")
                .hasMessageEndingWith("accept it with `autogen stamp a1`.");
        assertThatThrownBy(() -> migrator(edited).downgrade("base")).isInstanceOf(RevisionException.class);
        assertThatThrownBy(() -> dryRun(migrator(edited, EMAIL), "head", Direction.UPGRADE))
                .isInstanceOf(RevisionException.class)
                .hasMessageStartingWith("Nothing was run: migration a1 (a1, a1) was edited after it was applied (");
        migrator(edited).stamp(List.of("a1"), false);
        assertThat(migrator(edited).edited()).isEmpty();
        assertThat(migrator(edited, EMAIL).upgrade("head")).hasSize(1);
    }

    @Test
    void a_way_back_may_be_mended_and_what_differs_each_time_is_not_called_edited() throws SQLException {
        LoadedMigration random = migration(
                RevisionInfo.of("b1", "a1"),
                op -> op.execute(
                        "insert into users (name) values (?)", UUID.randomUUID().toString()),
                op -> {});
        migrator(USERS, random).upgrade("head");
        LoadedMigration mended = migration(
                RevisionInfo.of("a1"),
                op -> op.createTable("users", column("id", bigint()), column("name", text())),
                op -> op.execute("drop table users"));
        assertThat(migrator(mended, random).downgrade("base")).hasSize(2);
        assertThat(heard).anyMatch(line -> line.contains("its downgrade does not say what it said then"));
    }

    @Test
    void a_migration_that_is_gone_is_told() throws SQLException {
        migrator(USERS, EMAIL).upgrade("head");
        LoadedMigration grafted = new LoadedMigration(RevisionInfo.of("b1"), EMAIL.migration());
        migrator(grafted).upgrade("head");
        assertThat(heard).contains("notice Notice: applied here, and no migration has the id: a1");
        assertThat(migrator(grafted).status().missing(migrator(grafted).graph()))
                .containsExactly("a1");
        migrator(grafted).stamp(List.of("b1"), true);
        assertThat(migrator(grafted).status().missing(migrator(grafted).graph()))
                .isEmpty();
    }

    private void dryRun(Migrator migrator, String reference, Direction direction) throws SQLException {
        migrator.dryRun(reference, direction, false, new DryRunListener() {
            @Override
            public void started(RevisionInfo revision, Direction begun) {
                heard.add("tried " + revision.id());
            }

            @Override
            public void ran(String what, Duration took) {}

            @Override
            public void leftOut(String what) {}

            @Override
            public void finished(List<String> locks) {}
        });
    }

    @Test
    void what_is_half_done_is_finished_before_the_other_way_is_taken() throws SQLException {
        Migrator migrator = migrator(USERS, INDEX);
        assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(MigrationFailedException.class);
        assertThatThrownBy(() -> migrator.downgrade("base"))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("An interrupted upgrade left migration b1 (b1, b1) half done");
        assertThatThrownBy(() -> dryRun(migrator, "base", Direction.DOWNGRADE))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("half done");
        migrator.stamp(List.of("a1"), false);
        assertThat(migrator.status().partial()).isEmpty();
        assertThat(migrator.downgrade("base")).hasSize(1);
    }

    @Test
    void an_index_of_that_name_that_was_there_before_is_nobodys_leftover() throws SQLException {
        migrator(USERS).upgrade("head");
        database.execute("create index ux_users_id on users (name)");
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(() -> migrator(USERS, INDEX).upgrade("head"))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("already exists");
        }
    }

    @Test
    void a_transaction_that_is_left_open_or_ended_is_noticed() throws SQLException {
        LoadedMigration opening = migration(
                RevisionInfo.of("a1"),
                op -> op.autocommit(() -> op.withConnection(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("begin");
                        statement.execute("create table half (id int)");
                    }
                })),
                op -> {});
        assertThatThrownBy(() -> migrator(opening).upgrade("head"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("began a transaction (BEGIN) and none ended it");
        LoadedMigration ending = migration(
                RevisionInfo.of("a1"),
                op -> {
                    op.execute("create table half (id int)");
                    op.withConnection(Migrations::commitThroughTheDriver);
                },
                op -> {});
        assertThatThrownBy(() -> migrator(ending).upgrade("head"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("ended the transaction (COMMIT or ROLLBACK)");
        assertThat(migrator(ending).status().current()).isEmpty();
    }

    @Test
    void the_place_is_shown_in_long_and_in_several_statements() {
        LoadedMigration several = migration(
                RevisionInfo.of("a1"),
                op -> op.execute(
                        "create table t (id int);\ninsert into t\n\tvalues (1);\n\tinsert into nowhere\nvalues (2)"),
                op -> {});
        assertThatThrownBy(() -> migrator(several).upgrade("head")).hasMessage("""
                Upgrade to a1 (a1, a1) failed in operation 1 of 1:
                  create table t (id int);
                  insert into t
                  \tvalues (1);
                  \tinsert into nowhere
                  \t            ^
                  values (2)
                ERROR: relation "nowhere" does not exist (SQLSTATE 42P01)
                This migration was rolled back whole; earlier ones stay applied.""");
        LoadedMigration wrong = migration(
                RevisionInfo.of("a1"), op -> op.execute("insert into pg_class (relname) values (?)", 1L), op -> {});
        assertThatThrownBy(() -> migrator(wrong).upgrade("head")).hasMessageContaining("failed in operation 1 of 1:\n");
        LoadedMigration hinted = migration(RevisionInfo.of("a1"), op -> op.execute("select lenght('x')"), op -> {});
        assertThatThrownBy(() -> migrator(hinted).upgrade("head"))
                .hasMessageContaining("\n         ^\nERROR")
                .hasMessageContaining("\nHint: No function matches");
    }

    @Test
    void a_ledger_of_an_earlier_release_is_extended_in_place_and_says_who() throws SQLException {
        migrator(USERS).upgrade("head");
        database.execute("alter table autogen_history drop column client, drop column application");
        assertThat(migrator(USERS).status().history()).hasSize(1);
        migrator(USERS, EMAIL).upgrade("head");
        assertThat(migrator(USERS, EMAIL).status().history())
                .extracting(HistoryEntry::client)
                .satisfiesExactly(
                        client -> assertThat(client).isNull(),
                        client -> assertThat(client).startsWith(System.getProperty("user.name")));
    }

    @Test
    void the_session_is_given_back_as_it_was() throws SQLException {
        try (Connection pooled = database.connect();
                Statement statement = pooled.createStatement()) {
            statement.execute("set search_path = pg_catalog; set lock_timeout = '7s'");
            pooled.setAutoCommit(false);
            migrator(() -> Unclosed.of(pooled), USERS, migration(RevisionInfo.of("b1", "a1"), op -> {}, op -> {}))
                    .upgrade("head");
            assertThat(pooled.getAutoCommit()).isFalse();
            try (var row =
                    statement.executeQuery("select current_setting('search_path') || current_setting('lock_timeout')"
                            + " || current_setting('client_connection_check_interval')")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("pg_catalog7s0");
            }
        }
    }

    private Migrator migrator(LoadedMigration... migrations) {
        return migrator(database::connect, migrations);
    }

    private Migrator migrator(ConnectionSource connections, LoadedMigration... migrations) {
        return Migrator.forConnections(connections)
                .migrations(List.of(migrations))
                .listener(new RunListener() {
                    @Override
                    public void waitingFor(String holder) {
                        hear("waiting for " + holder);
                    }

                    @Override
                    public void blocked(String holders) {
                        hear("blocked by " + holders);
                    }

                    @Override
                    public void notice(String text) {
                        hear("notice " + text);
                    }

                    @Override
                    public void retrying(RevisionInfo revision, int attempt, int attempts) {
                        hear("retrying " + attempt + " of " + attempts);
                    }
                });
    }

    private synchronized void hear(String line) {
        heard.add(line);
    }
}
