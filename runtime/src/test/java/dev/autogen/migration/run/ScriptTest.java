package dev.autogen.migration.run;

import static dev.autogen.migration.Elements.column;
import static dev.autogen.migration.Elements.primaryKey;
import static dev.autogen.migration.Elements.row;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.text;
import static dev.autogen.migration.Types.varchar;
import static dev.autogen.migration.run.Migrations.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.fixtures.DatabaseListing;
import dev.autogen.fixtures.ListingOptions;
import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.Psql;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final LoadedMigration USERS = migration(
            RevisionInfo.of("a1"),
            op -> {
                op.createTable(
                        "users",
                        column("id", bigint()).notNull().generatedByDefault(),
                        column("name", varchar(50)),
                        primaryKey("users_pkey", "id"));
                op.bulkInsert("users", List.of("name"), row("O'Brien \\ $1 ? :name"), row((Object) null));
            },
            op -> op.dropTable("users"));
    private static final LoadedMigration INDEX = migration(
            RevisionInfo.of("b1", "a1"),
            op -> {
                op.addColumn("users", column("email", text()));
                op.createIndex("ix_users_email", "users", "email").concurrently();
                op.execute("update users set email = 'x' where name is null");
            },
            op -> op.dropColumn("users", "email"));
    private static final LoadedMigration BATCHES = migration(
            RevisionInfo.of("c1", "b1"),
            op -> op.batch("users", "id")
                    .set("email", "coalesce(email, '') || id")
                    .size(1),
            op -> op.execute("update users set email = null"));
    private static final LoadedMigration LEFT = migration(
            RevisionInfo.of("l1", "a1"), op -> op.createEnum("mood", "sad", "it's"), op -> op.dropEnum("mood"));
    private static final LoadedMigration MERGE = migration(RevisionInfo.of("m1", "c1", "l1"), op -> {}, op -> {});

    private TestDatabase run;
    private TestDatabase scripted;

    @BeforeEach
    void createDatabases() {
        run = PostgresForTests.freshDatabase();
        scripted = PostgresForTests.freshDatabase();
    }

    @AfterEach
    void dropDatabases() {
        run.close();
        scripted.close();
    }

    @Test
    void a_script_leaves_what_the_runner_leaves_up_and_down() throws SQLException {
        for (ScriptOptions options : List.of(ScriptOptions.PLAIN, new ScriptOptions(true, false, false))) {
            migrator(run).upgrade("head");
            String up = script("base:head", Direction.UPGRADE, options);
            Psql.run(up, scripted);
            same();
            migrator(run).downgrade("base");
            String down = script("head:base", Direction.DOWNGRADE, options);
            Psql.run(down, scripted);
            same();
        }
    }

    @Test
    void an_idempotent_script_does_what_is_missing_and_runs_twice() throws SQLException {
        ScriptOptions idempotent = new ScriptOptions(true, false, false);
        migrator(run).upgrade("head");
        Psql.run(script(":b1", Direction.UPGRADE, ScriptOptions.PLAIN), scripted);
        Psql.run(script(":l1", Direction.UPGRADE, idempotent), scripted);
        assertThat(scripted.query("select * from autogen_version order by 1")).containsExactly("b1", "l1");
        String all = script(":head", Direction.UPGRADE, idempotent);
        Psql.run(all, scripted);
        Psql.run(all, scripted);
        assertThat(scripted.query("select * from autogen_version")).containsExactly("m1");
        assertThat(scripted.query("select count(*) from autogen_history")).containsExactly("5");
        assertThat(scripted.query("select * from users order by id"))
                .isEqualTo(run.query("select * from users order by id"));
    }

    @Test
    void an_idempotent_script_takes_branches_down_in_any_order() throws SQLException {
        migrator(scripted).upgrade("head");
        migrator(scripted).downgrade("m1-1");
        migrator(scripted).downgrade("l1@-1");
        assertThat(scripted.query("select * from autogen_version order by 1")).containsExactly("c1");
        Psql.run(script(":a1", Direction.DOWNGRADE, new ScriptOptions(true, false, false)), scripted);
        assertThat(scripted.query("select * from autogen_version")).containsExactly("a1");
    }

    @Test
    void a_script_goes_on_where_an_index_build_was_interrupted_before_that_was_recorded() throws SQLException {
        ScriptOptions idempotent = new ScriptOptions(true, false, false);
        String checksum = "(select checksum from autogen_progress where segment = 1)";
        migrator(run).upgrade("head");
        Psql.run(script(":a1", Direction.UPGRADE, ScriptOptions.PLAIN), scripted);
        String up = script(":head", Direction.UPGRADE, idempotent);
        String untilTheIndexIsBuilt = up.substring(0, up.indexOf("RESET lock_timeout;"));
        Psql.run(
                untilTheIndexIsBuilt.substring(0, untilTheIndexIsBuilt.lastIndexOf("\\endif"))
                        + "\\endif\n\\endif\n\\endif\n",
                scripted);
        assertThat(scripted.query(
                        "select last_key, " + checksum + " is not null from autogen_progress where segment = 1"))
                .containsExactly("{}|t");
        Psql.run(up, scripted);
        same();
    }

    @Test
    void a_script_for_another_place_changes_nothing() throws SQLException {
        migrator(scripted).upgrade("a1");
        List<String> before = scripted.query("select * from autogen_history");
        String script = script("b1:c1", Direction.UPGRADE, ScriptOptions.PLAIN);
        assertThatThrownBy(() -> Psql.run(script, scripted))
                .hasMessageContaining("This part of the script begins at b1, but the database is at a1");
        assertThat(scripted.query("select * from autogen_history")).isEqualTo(before);
    }

    @Test
    void a_baseline_that_was_only_stamped_is_not_taken_down() throws SQLException {
        RevisionInfo info = RevisionInfo.of("z1");
        LoadedMigration baseline = migration(
                new RevisionInfo("z1", List.of(), List.of(), List.of(), List.of(), "before", null, true, info.source()),
                op -> op.execute("create table old (id int)"),
                op -> op.dropTable("old"));
        Migrator migrator = Migrator.forConnections(scripted::connect).migrations(List.of(baseline));
        Psql.run(migrator.stampScript(List.of("head"), false).text(), scripted);
        assertThat(migrator.status().current()).containsExactly("z1");
        String down = migrator.script(new ScriptRange("head:base"), Direction.DOWNGRADE, ScriptOptions.PLAIN)
                .text();
        assertThatThrownBy(() -> Psql.run(down, scripted)).hasMessageContaining("Revision z1 is the baseline");
    }

    @Test
    void java_code_stops_a_script_unless_it_may_be_left_out() throws SQLException {
        LoadedMigration java = migration(
                RevisionInfo.of("j1", "a1"),
                op -> {
                    op.execute("create table before_it (id int)");
                    op.withConnection(connection -> {});
                },
                op -> {});
        Migrator migrator = Migrator.forConnections(scripted::connect).migrations(List.of(USERS, java));
        MigrationScript stops = migrator.script(new ScriptRange(":head"), Direction.UPGRADE, ScriptOptions.PLAIN);
        assertThat(stops.notices()).singleElement().asString().contains("j1").contains("the script stops there");
        assertThatThrownBy(() -> Psql.run(stops.text(), scripted)).hasMessageContaining("Migration j1 runs Java code");
        assertThat(migrator.status().current()).containsExactly("a1");
        assertThat(scripted.query("select to_regclass('before_it') is null")).containsExactly("t");

        ScriptOptions without = new ScriptOptions(true, true, false);
        Psql.run(
                migrator.script(new ScriptRange(":head"), Direction.UPGRADE, without)
                        .text(),
                scripted);
        assertThat(migrator.status().current()).containsExactly("j1");
    }

    @Test
    void a_single_transaction_is_all_of_a_script_or_nothing() throws SQLException {
        LoadedMigration broken =
                migration(RevisionInfo.of("x1", "a1"), op -> op.execute("insert into nowhere values (1)"), op -> {});
        Migrator migrator = Migrator.forConnections(scripted::connect).migrations(List.of(USERS, broken));
        ScriptOptions whole = new ScriptOptions(false, false, true);
        String script = migrator.script(new ScriptRange(":head"), Direction.UPGRADE, whole)
                .text();
        assertThatThrownBy(() -> Psql.run(script, scripted)).hasMessageContaining("nowhere");
        assertThat(migrator.status().current()).isEmpty();
        assertThatThrownBy(() -> script(":head", Direction.UPGRADE, whole))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("Migration b1")
                .hasMessageContaining("CREATE INDEX CONCURRENTLY ix_users_email");
    }

    @Test
    void what_psql_would_read_otherwise_is_no_script() {
        for (String sql :
                List.of("select 'open", "select (1", "select 1 /* open", "select 1 \\gexec", "copy users from stdin")) {
            LoadedMigration bad = migration(RevisionInfo.of("x1"), op -> op.execute(sql), op -> {});
            Migrator migrator = Migrator.forConnections(scripted::connect).migrations(List.of(bad));
            assertThatThrownBy(() -> migrator.script(new ScriptRange(":head"), Direction.UPGRADE, ScriptOptions.PLAIN))
                    .as(sql)
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("cannot be written as a script");
        }
    }

    @Test
    void values_arrive_as_the_runner_sends_them() throws SQLException {
        String columns = "id int, t text, e mood, u uuid, j jsonb, b bytea, n numeric, l bigint, s smallint, r real,"
                + " d double precision, o boolean, da date, ti time, tz timestamptz, ts timestamp, a text[], ia int[]";
        LoadedMigration values = migration(
                RevisionInfo.of("v1"),
                op -> {
                    op.execute("create type mood as enum ('it''s', 'b\\s'); create table v (" + columns + ")");
                    List<String> names = List.of(columns.replaceAll(" double precision| [a-z]+(\\[\\])?(?=,|$)", "")
                            .split(", "));
                    op.bulkInsert(
                            "v",
                            names,
                            row(
                                    1,
                                    "a'b\"c\\d$1$$e?f??g:h::i;-- /* \n\t é🙂",
                                    "it's",
                                    UUID.fromString("b1946ac9-2492-4f1b-9f5e-1a2b3c4d5e6f"),
                                    "{\"a\": \"\\u00e9?\"}",
                                    new byte[] {0, 39, 92, -1},
                                    new BigDecimal("-1.50"),
                                    Long.MIN_VALUE,
                                    (short) -3,
                                    Float.NaN,
                                    Double.NEGATIVE_INFINITY,
                                    true,
                                    LocalDate.of(-43, 3, 15),
                                    LocalTime.MAX,
                                    OffsetDateTime.parse("2026-01-02T03:04:05.1234567+05:30"),
                                    LocalDateTime.MAX,
                                    new String[] {"a,\"b\\", null, ""},
                                    new Integer[] {1, -2}),
                            row(
                                    -2,
                                    "",
                                    "b\\s",
                                    null,
                                    "[]",
                                    new byte[0],
                                    new BigDecimal("1E+3"),
                                    5L,
                                    (short) 1,
                                    1.5f,
                                    1e-300,
                                    false,
                                    LocalDate.MIN,
                                    LocalTime.of(1, 2),
                                    OffsetDateTime.MIN,
                                    LocalDateTime.of(12026, 1, 2, 3, 4),
                                    new String[0],
                                    new Integer[0]));
                    op.execute("update v set t = t || ? where j ?? 'a' and t like '%?%' -- ?", "?");
                    op.execute("update v set a[1:2] = ?::text[] where id = ?", "{x,y}", -2);
                },
                op -> op.execute("drop table v; drop type mood"));
        Migrator migrator = Migrator.forConnections(run::connect).migrations(List.of(values));
        migrator.upgrade("head");
        Psql.run(
                migrator.script(new ScriptRange(":head"), Direction.UPGRADE, ScriptOptions.PLAIN)
                        .text(),
                scripted);
        assertThat(scripted.query("select v::text from v order by id"))
                .isEqualTo(run.query("select v::text from v order by id"));
        same();
    }

    private void same() throws SQLException {
        ListingOptions options = ListingOptions.defaults().withColumnPositions().withExactChecks();
        assertThat(DatabaseListing.of(scripted, options)).isEqualTo(DatabaseListing.of(run, options));
        for (String query : List.of(
                "select * from autogen_version order by 1",
                "select revision, action, run_by, run_from, checksum, tool_version from autogen_history order by id",
                "select * from autogen_progress")) {
            assertThat(scripted.query(query)).isEqualTo(run.query(query));
        }
    }

    private String script(String range, Direction direction, ScriptOptions options) throws SQLException {
        return migrator(scripted)
                .script(new ScriptRange(range), direction, options)
                .text();
    }

    private static Migrator migrator(TestDatabase database) {
        return Migrator.forConnections(database::connect).migrations(List.of(USERS, INDEX, BATCHES, LEFT, MERGE));
    }
}
