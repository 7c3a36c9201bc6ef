package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lint} beside a database: which migrations it has applied, and how much it holds. */
class LintDatabaseTest {
    @TempDir
    private Path directory;

    private TestDatabase database;
    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        database = PostgresForTests.freshDatabase();
        project = new SmallProject(directory);
        terminal = Terminal.in(directory).on(database);
        project.migration("aaaa");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void only_what_is_not_applied_is_judged_unless_it_is_named() {
        project.migration("bbbb", List.of("aaaa"), "op.dropTable(\"t_aaaa\");", "");
        terminal.ok("upgrade", "head");

        assertThat(terminal.autogen("lint"))
                .returns(0, Terminal.Outcome::exit)
                .returns("0 migrations linted: nothing found.\n", Terminal.Outcome::out)
                .satisfies(outcome ->
                        assertThat(outcome.err()).contains("Linting 0 migrations that the database has not applied"));
        assertThat(terminal.autogen("lint", "bbbb").out())
                .contains("M_bbbb.java:11: error data-loss: drops table t_aaaa");
        assertThat(terminal.autogen("lint", "current").exit()).isEqualTo(1);
    }

    @Test
    void tables_that_the_pending_migrations_make_are_empty_where_the_database_is_in_use() throws SQLException {
        project.migration("bbbb", "aaaa");
        project.migration(
                "cccc",
                List.of("bbbb"),
                "op.addColumn(\"t_bbbb\", column(\"name\", text()).notNull());",
                "op.dropColumn(\"t_bbbb\", \"name\");");

        // Nothing is applied: whoever is further than this database may have filled the table.
        assertThat(terminal.autogen("lint").out()).contains("fails if t_bbbb holds rows");

        terminal.ok("upgrade", "aaaa");
        assertThat(terminal.ok("lint")).isEqualTo("2 migrations linted: nothing found.\n");

        project.migration(
                "bbbb",
                List.of("aaaa"),
                "op.createTable(\"t_bbbb\", column(\"id\", bigint())); op.execute(\"x\");",
                "");
        assertThat(terminal.autogen("lint").out()).contains("fails if t_bbbb holds rows");
    }

    @Test
    void a_table_that_is_dropped_and_made_again_is_lost_with_its_rows() throws SQLException {
        terminal.ok("upgrade", "head");
        database.execute("insert into t_aaaa select generate_series(1, 5000)", "analyze t_aaaa");
        project.migration(
                "bbbb",
                List.of("aaaa"),
                "op.dropTable(\"t_aaaa\"); op.createTable(\"t_aaaa\", column(\"id\", bigint()));",
                "");

        assertThat(terminal.autogen("lint").out()).contains("data-loss: drops table t_aaaa (about 5K rows, ");
    }

    @Test
    void what_is_accepted_need_not_be_a_hazard_on_every_database() {
        terminal.ok("upgrade", "head");
        project.write("src/main/java/migrations/M_bbbb.java", """
                package migrations;
                import dev.autogen.migration.*;
                import static dev.autogen.migration.Elements.*;
                import static dev.autogen.migration.Types.*;

                @Revision(id = "bbbb", revises = "aaaa")
                public final class M_bbbb implements Migration {
                    @Accept(value = "required-column", because = "the table is empty everywhere")
                    @Override public void upgrade(Operations op) {
                        op.addColumn("t_aaaa", column("name", text()).notNull());
                    }
                }
                """);

        assertThat(terminal.autogen("lint").out()).doesNotContain("unused-accept");
    }

    @Test
    void to_accept_something_is_no_edit_of_what_was_applied() throws Exception {
        project.migration("bbbb", List.of("aaaa"), "op.dropTable(\"t_aaaa\");", "");
        terminal.ok("upgrade", "head");
        Path file = directory.resolve("src/main/java/migrations/M_bbbb.java");
        String source = Files.readString(file);
        project.write(
                "src/main/java/migrations/M_bbbb.java",
                source.replace("@Revision", "@Accept(value = \"data-loss\", because = \"copied\")\n@Revision"));

        assertThat(terminal.ok("lint", "bbbb")).contains("accepted: copied");
        assertThat(terminal.ok("current", "--verbose")).doesNotContain("edited");
        project.migration("cccc", "bbbb");
        terminal.ok("upgrade", "head");
    }

    @Test
    void a_database_that_does_not_answer_is_said_and_not_needed() {
        Terminal away = terminal.with("DATABASE_URL", "jdbc:postgresql://localhost:1/none?user=nobody");

        Terminal.Outcome outcome = away.autogen("lint");

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo("1 migration linted: nothing found.\n");
        assertThat(outcome.err())
                .contains("Linting all 1 migration, for the database does not answer")
                .contains("warning: every table counts as large");
        away.autogen("lint", "current").fails(3, "cannot be reached");
    }
}
