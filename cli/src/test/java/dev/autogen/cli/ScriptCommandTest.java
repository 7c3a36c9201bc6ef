package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.commands.ExitCode;
import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.Psql;
import dev.autogen.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --sql}, {@code --dry-run} and {@code --single-transaction} as they are typed. */
class ScriptCommandTest {
    @TempDir
    private Path directory;

    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        project = new SmallProject(directory);
        project.migration("a1");
        project.migration(
                "b1",
                List.of("a1"),
                "op.execute(\"COMMENT ON TABLE t_a1 IS 'größer'\"); op.withConnection(connection -> {});",
                "op.execute(\"COMMENT ON TABLE t_a1 IS NULL\");");
        terminal = Terminal.in(directory);
    }

    @Test
    void a_script_for_a_range_needs_no_database_and_tells_what_it_cannot_show() throws SQLException, IOException {
        Terminal.Outcome written =
                terminal.autogen("upgrade", "base:head", "--sql", "--without-java", "--output", directory + "/up.sql");
        assertThat(written.exit()).as(written.err()).isZero();
        assertThat(written.out()).isEmpty();
        assertThat(written.err())
                .contains("warning: Migration b1 (Makes b1, M_b1.java) runs Java code of its own, which the script"
                        + " leaves out");
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            Psql.run(Files.readString(directory.resolve("up.sql")), database);
            assertThat(database.query("SELECT obj_description('t_a1'::regclass)"))
                    .containsExactly("größer");
            assertThat(terminal.on(database).ok("current")).startsWith("b1 (head, current)");
            assertThat(terminal.on(database).ok("upgrade", "--sql")).doesNotContain("COMMENT");
            Psql.run(terminal.on(database).ok("downgrade", "-1", "--sql"), database);
            Psql.run(terminal.ok("stamp", "a1:b1", "--sql"), database);
            Psql.run(terminal.ok("stamp", "base", "--purge", "--sql"), database);
            assertThat(terminal.on(database).ok("current")).startsWith("base");
        }
    }

    @Test
    void a_script_that_begins_nowhere_names_a_range_that_needs_no_database() {
        terminal.autogen("upgrade", "--sql")
                .fails(
                        2,
                        "A script for head begins where the database is. No database",
                        "`autogen upgrade :head --sql`");
        terminal.autogen("downgrade", "-1", "--sql").fails(2, "`autogen downgrade head:base --sql`");
        terminal.ok("upgrade", ":head", "--sql", "--without-java");
        terminal.ok("downgrade", "head:base", "--sql");
    }

    @Test
    void a_dry_run_is_told_and_leaves_nothing() throws SQLException {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            String told = terminal.on(database).ok("upgrade", "--dry-run");
            assertThat(told.replaceAll("\\d+ ms", "? ms")).isEqualTo("""
                    Upgrade to a1 (Makes a1)
                      CREATE TABLE public.t_a1 (
                          id bigint
                      )
                        ? ms
                    Upgrade to b1 (Makes b1)
                      COMMENT ON TABLE t_a1 IS 'größer'
                        ? ms
                      Java code of its own
                        ? ms
                    Rolled back: nothing of 2 migrations remains; the database is at base
                    """);
            assertThat(database.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                    .containsExactly("0");
            assertThat(terminal.on(database).ok("upgrade", "--single-transaction"))
                    .isEqualTo("Ran 2 migrations; the database is at b1\n");
        }
    }

    @Test
    void what_does_not_go_together_is_refused() {
        terminal.autogen("upgrade", "--idempotent").fails(ExitCode.USAGE, "--idempotent", "add --sql");
        terminal.autogen("stamp", "head", "--output", "x").fails(ExitCode.USAGE, "--output", "add --sql");
        terminal.autogen("upgrade", "--without-java").fails(ExitCode.USAGE, "--sql or --dry-run");
        terminal.autogen("downgrade", "base", "--dry-run", "--single-transaction")
                .fails(ExitCode.USAGE, "--dry-run", "--single-transaction");
        terminal.autogen("upgrade", "--sql", "--each", "postgres://me@one/db").fails(ExitCode.USAGE, "--sql", "--url");
        terminal.autogen("upgrade", "b1:a1", "--sql").fails(ExitCode.REVISION, "b1", "autogen downgrade a1");
        terminal.autogen("upgrade", "a1:zz", "--sql").fails(ExitCode.REVISION, "zz");
    }
}
