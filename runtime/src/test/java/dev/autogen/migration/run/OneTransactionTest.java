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
import dev.autogen.migration.revision.RevisionInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that are one transaction: committed, or taken back. */
class OneTransactionTest {
    private static final LoadedMigration USERS =
            migration(RevisionInfo.of("a1"), op -> op.createTable("users", column("id", bigint())));
    private static final LoadedMigration EMAIL = migration(RevisionInfo.of("b1", "a1"), op -> {
        op.addColumn("users", column("email", text()));
        op.newTransaction();
        op.withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into users values (1, 'a')");
            }
        });
    });
    private static final LoadedMigration BROKEN =
            migration(RevisionInfo.of("c1", "b1"), op -> op.execute("insert into nowhere values (1)"));
    private static final LoadedMigration INDEX = migration(
            RevisionInfo.of("c1", "b1"),
            op -> op.createIndex("ix_users", "users", "email").concurrently());

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
    void a_single_transaction_applies_all_or_nothing() throws SQLException {
        assertThatThrownBy(() -> whole(USERS, EMAIL, BROKEN).upgrade("head"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("Upgrade to c1")
                .hasMessageContaining("All of the run was rolled back");
        assertThat(tables()).isEmpty();
        assertThat(whole(USERS, EMAIL).upgrade("head")).hasSize(2);
        assertThat(database.query("select * from users")).containsExactly("1|a");
        assertThat(database.query("select revision from autogen_history order by id"))
                .containsExactly("a1", "b1");
    }

    @Test
    void a_single_transaction_is_refused_before_anything_runs_where_a_part_cannot_be_in_it() throws SQLException {
        assertThatThrownBy(() -> whole(USERS, EMAIL, INDEX).upgrade("head"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("Migration c1")
                .hasMessageContaining("CREATE INDEX CONCURRENTLY ix_users");
        assertThat(tables()).isEmpty();
    }

    @Test
    void a_migration_that_differs_each_time_is_not_called_edited_after_a_single_transaction() throws SQLException {
        LoadedMigration random = migration(
                RevisionInfo.of("b1", "a1"), op -> op.execute("insert into users values (?)", System.nanoTime()));
        whole(USERS, random).upgrade("head");
        assertThat(migrator(USERS, random).edited()).isEmpty();
        assertThat(migrator(USERS, random, BROKEN).downgrade("base")).hasSize(2);
    }

    @Test
    void a_dry_run_shows_everything_and_leaves_nothing() throws SQLException {
        Told told = new Told();
        migrator(USERS, EMAIL, INDEX).dryRun("head", Direction.UPGRADE, false, told);
        assertThat(told.lines)
                .containsExactly(
                        "UPGRADE a1",
                        "CREATE TABLE public.users (\n    id bigint\n)",
                        "locks []",
                        "UPGRADE b1",
                        "ALTER TABLE public.users ADD COLUMN email text",
                        "Java code of its own",
                        "locks []",
                        "UPGRADE c1",
                        "left out: \"CREATE INDEX CONCURRENTLY ix_users ON public.users (email)\", which runs outside of"
                                + " transactions",
                        "locks []");
        assertThat(tables()).isEmpty();
    }

    @Test
    void a_dry_run_tells_the_locks_on_tables_that_are_there() throws SQLException {
        migrator(USERS).upgrade("head");
        Told told = new Told();
        migrator(USERS, EMAIL).dryRun("head", Direction.UPGRADE, true, told);
        assertThat(told.lines)
                .contains("left out: its own Java code, as it was asked to", "locks [ACCESS EXCLUSIVE on users]");
        assertThat(migrator(USERS, EMAIL).status().current()).containsExactly("a1");
    }

    @Test
    void a_dry_run_that_fails_says_so_and_leaves_nothing() throws SQLException {
        assertThatThrownBy(() -> migrator(USERS, EMAIL, BROKEN).dryRun("head", Direction.UPGRADE, false, new Told()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("Upgrade to c1")
                .hasMessageContaining("nowhere")
                .hasMessageContaining("nothing of it remains");
        assertThat(tables()).isEmpty();
    }

    @Test
    void nothing_is_tried_of_a_migration_that_would_end_the_transaction() throws SQLException {
        LoadedMigration commits = migration(RevisionInfo.of("a1"), op -> {
            op.execute("create table kept (id int)");
            op.execute("rollback; create table kept_too (id int); commit");
        });
        assertThatThrownBy(() -> migrator(commits).dryRun("head", Direction.UPGRADE, false, new Told()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessage("Migration a1 (a1, a1) would end its transaction itself: ROLLBACK in operation 2 of 2."
                        + " Nothing of it was run; the database is as it was before it. Take the ROLLBACK out: the"
                        + " runner commits. Where a part is to be committed before the rest, write"
                        + " op.newTransaction() there; what has to run outside of transactions belongs into"
                        + " op.autocommit(...).");
        assertThat(tables()).isEmpty();
    }

    @Test
    void a_dry_run_takes_back_what_is_committed_behind_its_back() throws SQLException {
        LoadedMigration commits = migration(RevisionInfo.of("a1"), op -> {
            op.execute("create table kept (id int)");
            op.withConnection(Migrations::commitThroughTheDriver);
        });
        assertThatThrownBy(() -> migrator(commits).dryRun("head", Direction.UPGRADE, false, new Told()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("ended the transaction itself");
        assertThat(tables()).isEmpty();
    }

    @Test
    void a_dry_run_ends_where_a_new_enum_value_is_used() throws SQLException {
        LoadedMigration type = migration(RevisionInfo.of("a1"), op -> op.execute("create type mood as enum ('ok')"));
        migrator(type).upgrade("head");
        LoadedMigration value =
                migration(RevisionInfo.of("b1", "a1"), op -> op.execute("alter type mood add value 'sad'"));
        LoadedMigration uses = migration(RevisionInfo.of("c1", "b1"), op -> op.execute("select 'sad'::mood"));
        Told told = new Told();
        migrator(type, value, uses).dryRun("head", Direction.UPGRADE, false, told);
        assertThat(told.lines.get(told.lines.size() - 1)).startsWith("left out: all from here on");
    }

    @Test
    void a_dry_run_goes_on_behind_what_needs_something_that_was_left_out() throws SQLException {
        migrator(USERS).upgrade("head");
        database.execute("insert into users values (1), (2)");
        LoadedMigration required = migration(RevisionInfo.of("b1", "a1"), op -> {
            op.addColumn("users", column("state", text()));
            op.backfill("users", "state", "'new'").inBatches("id");
            op.alterColumn("users", "state").notNull();
            op.createIndex("uq_users", "users", "id").unique().concurrently();
            op.createUnique("uq_users", "users", "id").usingIndex("uq_users");
            op.addColumn("users", column("last", text()));
        });
        Told told = new Told();
        migrator(USERS, required).dryRun("head", Direction.UPGRADE, false, told);
        assertThat(told.lines)
                .containsSequence(
                        "left out: the batches along users, each of which would be committed",
                        "left out: ALTER TABLE public.users ALTER COLUMN state SET NOT NULL, which may need what was left"
                                + " out (ERROR: column \"state\" of relation \"users\" contains null values)")
                .contains("ALTER TABLE public.users ADD COLUMN last text");
        assertThat(told.lines.get(told.lines.size() - 3))
                .startsWith("left out: ALTER TABLE public.users ADD CONSTRAINT uq_users UNIQUE USING INDEX uq_users");

        LoadedMigration wrong = migration(RevisionInfo.of("c1", "b1"), op -> op.execute("select 1 / 0"));
        assertThatThrownBy(() -> migrator(USERS, required, wrong).dryRun("head", Direction.UPGRADE, false, new Told()))
                .hasMessageContaining("division by zero")
                .hasMessageContaining("it may have failed for want of them");
    }

    private List<String> tables() throws SQLException {
        return database.query("select relname from pg_class where relnamespace = 'public'::regnamespace");
    }

    private Migrator whole(LoadedMigration... migrations) {
        return migrator(migrations).options(RunOptions.inSchema("public").withSingleTransaction(true));
    }

    private Migrator migrator(LoadedMigration... migrations) {
        return Migrator.forConnections(database::connect).migrations(List.of(migrations));
    }

    /** What was told, without times. */
    private static final class Told implements DryRunListener {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void started(RevisionInfo revision, Direction direction) {
            lines.add(direction + " " + revision.id());
        }

        @Override
        public void ran(String what, Duration took) {
            lines.add(what);
        }

        @Override
        public void leftOut(String what) {
            lines.add("left out: " + what);
        }

        @Override
        public void finished(List<String> locks) {
            lines.add("locks " + locks);
        }
    }
}
