package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations that do not compile (exit code 5) or fail when they run (4): what ran before stays, the failed one is gone. */
class BadMigrationsTest {
    @TempDir
    private Path directory;

    private TestDatabase database;
    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        database = PostgresForTests.freshDatabase();
        project = new SmallProject(directory);
        project.type(SmallProject.THING);
        project.migration("aa01");
        terminal = Terminal.in(directory).on(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> tables() throws SQLException {
        return database.query("select relname from pg_class where relnamespace = 'public'::regnamespace"
                + " and relkind = 'r' and relname not like 'autogen%' order by relname");
    }

    @Test
    void one_that_does_not_compile_is_named_with_its_line_and_the_history_still_works() throws SQLException {
        Path broken = project.migration("aa02", List.of("aa01"), "op.dropTabel(\"t_aa01\");", "");
        for (String[] command : new String[][] {{"upgrade"}, {"downgrade", "base"}, {"-m", "x"}}) {
            terminal.autogen(command)
                    .fails(
                            5,
                            "The migrations do not compile:",
                            broken + ":11: cannot find symbol",
                            "dropTabel",
                            "`autogen history` and `autogen heads` work meanwhile");
        }
        assertThat(terminal.ok("history")).isEqualTo("""
                aa01 -> aa02 (head), Makes aa02
                <base> -> aa01, Makes aa01
                """);
        assertThat(terminal.ok("heads")).contains("aa02");
        assertThat(terminal.ok("show", "aa02")).contains("dropTabel");
        assertThat(terminal.ok("current")).contains("base");
        assertThat(terminal.autogen("check").exit()).isEqualTo(1);
        assertThat(tables()).isEmpty();
        assertThat(project.migrations()).hasSize(2);
        assertThat(terminal.ok("stamp", "head")).contains("aa02");
        assertThat(tables()).isEmpty();
    }

    @Test
    void one_whose_body_cannot_even_be_parsed() {
        project.migration("aa02", List.of("aa01"), "op.dropTable(((;", "");
        terminal.autogen("upgrade").fails(5, "M_aa02.java:11");
        assertThat(terminal.ok("heads")).contains("aa02");
    }

    @Test
    void one_that_is_no_migration() {
        Path file = project.write("src/main/java/migrations/M_x.java", """
                package migrations;
                @dev.autogen.migration.Revision(id = "aa02", revises = "aa01")
                public final class M_x {}
                """);
        terminal.autogen("upgrade").fails(5, file.toString(), "does not implement Migration");
    }

    @Test
    void one_that_cannot_be_constructed() {
        project.write("src/main/java/migrations/M_x.java", """
                package migrations;
                import dev.autogen.migration.*;
                @Revision(id = "aa02", revises = "aa01")
                public final class M_x implements Migration {
                    public M_x(String needed) {}
                    @Override public void upgrade(Operations op) {}
                    @Override public void downgrade(Operations op) {}
                }
                """);
        terminal.autogen("upgrade").fails(5, "M_x", "public constructor that takes nothing");
    }

    @Test
    void a_statement_that_postgresql_refuses_gives_migration_statement_reason_and_state() throws SQLException {
        project.migration(
                "aa02",
                List.of("aa01"),
                "op.createTable(\"kept\", column(\"id\", bigint())); op.execute(\"insert into nowhere values (1)\");",
                "");
        project.migration("aa03", "aa02");
        assertThat(terminal.autogen("upgrade").fails(4, "aa02").message()).isEqualTo("""
                Upgrade to aa02 (Makes aa02, M_aa02.java) failed in operation 2 of 2:
                  insert into nowhere values (1)
                              ^
                ERROR: relation "nowhere" does not exist (SQLSTATE 42P01)
                This migration was rolled back whole; earlier ones stay applied.""");
        assertThat(tables()).containsExactly("t_aa01");
        assertThat(terminal.ok("current")).startsWith("aa01");
        project.migration("aa02", "aa01");
        terminal.ok("upgrade");
        assertThat(tables()).containsExactly("t_aa01", "t_aa02", "t_aa03");
    }

    @Test
    void a_constraint_that_only_the_commit_finds_broken() throws SQLException {
        project.migration("aa02", List.of("aa01"), """
                op.execute("create table d (id int unique deferrable initially deferred)");
                op.execute("insert into d values (1), (1)");
                """, "");
        terminal.autogen("upgrade").fails(4, "aa02", "duplicate key", "rolled back whole");
        assertThat(tables()).containsExactly("t_aa01");
        assertThat(terminal.ok("current")).startsWith("aa01");
    }

    @Test
    void one_whose_own_code_throws() throws SQLException {
        project.migration("aa02", List.of("aa01"), "throw new IllegalStateException(\"not today\");", "");
        terminal.autogen("upgrade").fails(4, "aa02", "not today", "the database is as it was before it");
        project.migration(
                "aa02",
                List.of("aa01"),
                "op.createTable(\"kept\", column(\"id\", bigint()));"
                        + " op.withConnection(c -> { throw new IllegalStateException(\"nor now\"); });",
                "");
        terminal.autogen("upgrade").fails(4, "aa02", "its own Java code", "nor now", "rolled back whole");
        project.migration(
                "aa02",
                List.of("aa01"),
                "op.createTable(\"kept\", column(\"id\", bigint()));"
                        + " op.withConnection(c -> { throw new NoClassDefFoundError(\"acme/Money\"); });",
                "");
        terminal.autogen("upgrade").fails(4, "aa02", "NoClassDefFoundError: acme/Money", "rolled back whole");
        project.migration("aa02", List.of("aa01"), "throw new StackOverflowError();", "");
        terminal.autogen("upgrade").fails(4, "aa02", "StackOverflowError");
        assertThat(tables()).containsExactly("t_aa01");
    }

    @Test
    void one_that_would_end_its_transaction_itself_is_refused_before_anything_of_it_runs() throws SQLException {
        project.migration(
                "aa02",
                List.of("aa01"),
                "op.createTable(\"kept\", column(\"id\", bigint())); op.execute(\"commit\");"
                        + " op.execute(\"create table gone (id int)\");"
                        + " op.execute(\"insert into nowhere values (1)\");",
                "");
        terminal.autogen("upgrade")
                .fails(4, "aa02", "COMMIT in operation 2 of 4", "Nothing of it was run", "op.newTransaction()");
        assertThat(tables()).containsExactly("t_aa01");
        assertThat(terminal.ok("current")).startsWith("aa01");
    }

    @Test
    void a_downgrade_that_fails_leaves_its_migration_applied() throws SQLException {
        project.migration("aa02", List.of("aa01"), "", "op.dropTable(\"t_aa01\"); op.dropTable(\"nowhere\");");
        terminal.ok("upgrade");
        terminal.autogen("downgrade", "base").fails(4, "Downgrade of aa02", "nowhere", "rolled back whole");
        assertThat(tables()).containsExactly("t_aa01");
        assertThat(terminal.ok("current")).startsWith("aa02");
    }

    @Test
    void one_that_says_it_cannot_be_undone() throws SQLException {
        project.migration(
                "aa02", List.of("aa01"), "", "throw new IrreversibleMigrationException(\"the data is gone\");");
        terminal.ok("upgrade");
        terminal.autogen("downgrade", "base").fails(4, "aa02", "cannot be undone");
        assertThat(terminal.ok("current")).startsWith("aa02");
    }
}
