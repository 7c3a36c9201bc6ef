package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.Terminal.Outcome;
import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One command over many schemas and databases. */
class FleetTest {
    private static final String TENANTS = "select name from tenants order by name";

    @TempDir
    private Path directory;

    private TestDatabase database;
    private Terminal terminal;

    @BeforeEach
    void twoMigrations() throws SQLException {
        database = PostgresForTests.freshDatabase();
        database.execute("create table tenants (name text, rank integer)");
        SmallProject project = new SmallProject(directory);
        project.migration("a1");
        project.migration("b2", "a1");
        terminal = Terminal.in(directory).on(database);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void every_schema_that_a_query_lists_is_upgraded_and_told_in_the_order_of_the_query() throws SQLException {
        tenants("blue", "green", "red");
        terminal.ok("upgrade", "a1", "--schemas-from", "select name from tenants where name = 'green'");

        assertThat(terminal.ok("upgrade", "--schemas-from", "select name from tenants order by name desc"))
                .isEqualTo("""
                        red    b2 (head), ran 2 migrations
                        green  b2 (head), ran 1 migration
                        blue   b2 (head), ran 2 migrations
                        3 targets: 3 at b2 (head)
                        """);
        terminal.ok("downgrade", "base", "--schemas-from", "select 'red'");
        Outcome current = terminal.autogen("current", "--schemas-from", TENANTS, "--check-heads")
                .fails(5, "Not at head: red.");
        assertThat(current.out()).isEqualTo("""
                        blue   b2 (head)
                        green  b2 (head)
                        red    base, 2 migrations to be applied
                        3 targets: 2 at b2 (head); 1 at base
                        """);
        assertThat(database.query(
                        "select schemaname, tablename from pg_tables where tablename like 't\\_%' order by 1, 2"))
                .containsExactly("blue|t_a1", "blue|t_b2", "green|t_a1", "green|t_b2");
    }

    @Test
    void a_failure_leaves_the_other_tenants_alone_and_the_highest_exit_code_counts() throws SQLException {
        tenants("blue", "green", "red");
        database.execute("insert into tenants values ('forgotten')", "create table green.t_b2 (id bigint)");

        Outcome outcome = terminal.autogen("upgrade", "--schemas-from", TENANTS);

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(4);
        assertThat(outcome.out()).isEqualTo("""
                        blue       b2 (head), ran 2 migrations
                        forgotten  failed
                        green      failed, at a1
                        red        b2 (head), ran 2 migrations
                        4 targets: 2 at b2 (head); 2 failed
                        """);
        assertThat(outcome.err())
                .contains("error: forgotten: There is no schema forgotten. Create it (CREATE SCHEMA), or take it out")
                .contains("error: green: Upgrade to b2")
                .contains("relation \"t_b2\" already exists");
    }

    @Test
    void with_fail_fast_none_is_begun_once_one_has_failed() throws SQLException {
        tenants("blue", "green", "red");
        database.execute("create table green.t_a1 (id bigint)");

        Outcome outcome = terminal.autogen("upgrade", "--schemas-from", TENANTS, "--fail-fast", "--parallel", "1");

        assertThat(outcome.exit()).isEqualTo(4);
        assertThat(outcome.out()).isEqualTo("""
                        blue   b2 (head), ran 2 migrations
                        green  failed, at base
                        red    not run
                        3 targets: 1 at b2 (head); 1 failed; 1 not run
                        """);
    }

    @Test
    void a_hundred_tenants_need_no_more_connections_than_run_at_a_time() throws SQLException {
        tenants(IntStream.range(0, 100).mapToObj("tenant_%02d"::formatted).toArray(String[]::new));
        database.execute("create role few login connection limit 3 password 'few'");
        try {
            database.execute(
                    "grant all on database \"" + database.name() + "\" to few", "grant select on tenants to few");
            database.execute("do $$ declare n text; begin for n in select name from tenants loop"
                    + " execute format('alter schema %I owner to few', n); end loop; end $$");
            Terminal few = terminal.with("DATABASE_URL", withRole(database.jdbcUrl(), "few"));

            String out = few.ok("upgrade", "--schemas-from", TENANTS, "--parallel", "3");

            assertThat(out.lines()).hasSize(101).last().isEqualTo("100 targets: 100 at b2 (head)");
        } finally {
            database.execute("reassign owned by few to current_user", "drop owned by few", "drop role few");
        }
    }

    @Test
    void a_query_that_lists_no_schemas_is_refused() {
        refused("select name from tenants where false", "has no rows");
        refused("select rank from tenants", "answers int4");
        refused("select name, rank from tenants", "has 2 columns");
        refused("select null::text", "is null");
        refused("select nowhere", "fails: column \"nowhere\" does not exist");
        refused("drop table tenants", "cannot execute DROP TABLE in a read-only transaction");
        refused("select 'pg_catalog'", "which is PostgreSQL's own");
    }

    private void refused(String query, String words) {
        terminal.autogen("upgrade", "--schemas-from", query).fails(2, words);
    }

    @Test
    void what_is_wrong_in_all_targets_is_said_once() throws SQLException {
        tenants("blue", "green", "red");

        terminal.autogen("upgrade", "nonsense", "--schemas-from", TENANTS)
                .fails(5, "blue, green, red: There is no revision 'nonsense'");
    }

    @Test
    void each_of_several_databases_is_worked_on_and_no_password_is_told() throws SQLException {
        try (TestDatabase second = PostgresForTests.freshDatabase()) {
            String both = database.jdbcUrl() + " " + second.jdbcUrl();
            Outcome outcome = terminal.with("AUTOGEN_EACH", both).autogen("upgrade");

            assertThat(outcome.exit()).as(outcome.err()).isZero();
            assertThat(afterServer(outcome.out()))
                    .containsExactly(
                            database.name() + "  b2 (head), ran 2 migrations",
                            second.name() + "  b2 (head), ran 2 migrations",
                            "2 targets: 2 at b2 (head)");
            assertThat(outcome.out() + outcome.err()).doesNotContain("password");
            assertThat(second.query("select revision from autogen_version")).containsExactly("b2");

            tenants("two");
            Outcome unlisted = terminal.with("AUTOGEN_EACH", second.jdbcUrl() + " " + database.jdbcUrl())
                    .autogen("current", "--schemas-from", TENANTS);
            assertThat(unlisted.exit()).isEqualTo(2);
            assertThat(afterServer(unlisted.out()))
                    .containsExactly(
                            second.name() + "  failed",
                            database.name() + " schema two  base, 2 migrations to be applied",
                            "2 targets: 1 at base; 1 failed");

            second.execute("create schema one", "create table tenants as select 'one' as name");
            assertThat(terminal.with("AUTOGEN_EACH", both)
                            .ok("current", "--schemas-from", TENANTS)
                            .lines()
                            .map(line -> line.replaceFirst("^.* schema ", "")))
                    .containsExactly(
                            "two  base, 2 migrations to be applied",
                            "one  base, 2 migrations to be applied",
                            "2 targets: 2 at base");
        }
    }

    @Test
    void contradictions_are_refused_before_anything_is_done() {
        String url = database.jdbcUrl();
        terminal.autogen("upgrade", "--each", url, "--each", url).fails(2, "1 and 2", "are the same");
        terminal.autogen("upgrade", "--each", url, "--url", url).fails(2, "Leave one of the two out.");
        terminal.autogen("upgrade", "--each", "embedded").fails(2, "have to be on servers");
        terminal.autogen("upgrade", "--parallel", "2").fails(2, "Name them with --schemas-from or --each");
        terminal.autogen("upgrade", "--parallel", "many", "--schemas-from", TENANTS)
                .fails(2, "from 1 to 1000");
        terminal.autogen("upgrade", "--schemas-from", TENANTS, "--version-schema", "ops")
                .fails(2, "Each schema needs its own");
    }

    private void tenants(String... names) throws SQLException {
        List<String> statements = Stream.of(names)
                .map(name -> "create schema %1$s; insert into tenants values ('%1$s')".formatted(name))
                .toList();
        database.execute(statements.toArray(String[]::new));
    }

    /** The lines without the server, and without the padding that depends on the lengths of names. */
    private static List<String> afterServer(String out) {
        return out.lines()
                .map(line -> line.replaceFirst("^.*/", "").replaceAll(" {2,}", "  "))
                .toList();
    }

    private static String withRole(String url, String role) {
        return url.replaceAll("([?&])(user|password)=[^&]*", "$1$2=" + role);
    }
}
