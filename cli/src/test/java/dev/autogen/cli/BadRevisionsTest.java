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

/** References that stand for nothing, and migrations that make no history: exit code 5, and the database as it was. */
class BadRevisionsTest {
    @TempDir
    private Path directory;

    private TestDatabase database;
    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        database = PostgresForTests.freshDatabase();
        project = new SmallProject(directory);
        project.migration("aa01");
        project.migration("aa02", "aa01");
        terminal = Terminal.in(directory).on(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void assertUntouched() throws SQLException {
        assertThat(database.query("select relname from pg_class where relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    @Test
    void an_unknown_identifier() throws SQLException {
        terminal.autogen("upgrade", "zz").fails(5, "There is no revision 'zz'", "`autogen history`");
        terminal.autogen("show", "zz").fails(5, "There is no revision 'zz'");
        terminal.autogen("stamp", "zz").fails(5, "There is no revision 'zz'");
        terminal.autogen("revision", "-m", "x", "--head", "zz").fails(5, "There is no revision 'zz'");
        terminal.autogen("upgrade", "x@head").fails(5, "There is no branch 'x'");
        assertThat(database.query("select 1 from pg_class where relname like 't_aa%'"))
                .isEmpty();
    }

    @Test
    void the_beginning_of_several() throws SQLException {
        terminal.autogen("upgrade", "aa0")
                .fails(5, "'aa0' is the beginning of 2 revisions: aa01 (Makes aa01), aa02 (Makes aa02)");
        assertUntouched();
    }

    @Test
    void several_heads() throws SQLException {
        project.type(SmallProject.THING);
        project.migration("bb02", "aa01");
        for (Terminal.Outcome outcome : List.of(
                terminal.autogen("upgrade"), terminal.autogen("-m", "x"), terminal.autogen("revision", "-m", "x"))) {
            outcome.fails(5, "2 heads: ", "aa02 (Makes aa02)", "bb02 (Makes bb02)", "heads", "autogen merge heads");
        }
        assertThat(terminal.ok("heads")).contains("aa02 (head)", "bb02 (head)");
        assertThat(project.migrations()).hasSize(3);
        assertUntouched();
    }

    @Test
    void too_far() throws SQLException {
        terminal.autogen("upgrade", "+3").fails(5, "'+3' is too far: there are only 2 revisions after that point");
        terminal.autogen("downgrade", "-1").fails(5, "'-1' is too far");
        terminal.ok("upgrade", "+1");
        terminal.autogen("downgrade", "-2").fails(5, "'-2' is too far: there is only 1 revision before that point");
        assertThat(database.query("select * from autogen_version")).containsExactly("aa01");
    }

    @Test
    void the_wrong_direction() throws SQLException {
        terminal.ok("upgrade");
        terminal.autogen("upgrade", "aa01").fails(5, "is past aa01", "`autogen downgrade aa01`");
        terminal.ok("downgrade", "aa01");
        terminal.autogen("downgrade", "aa02").fails(5, "aa02 is not applied", "`autogen upgrade aa02`");
        assertThat(database.query("select * from autogen_version")).containsExactly("aa01");
    }

    @Test
    void a_server_that_is_not_at_head_when_the_difference_is_asked_for() throws SQLException {
        project.type(SmallProject.THING);
        terminal.ok("upgrade", "aa01");
        terminal.autogen("-m", "x")
                .fails(5, "not at head", "it is at aa01", "the head is aa02", "`autogen upgrade head`");
        assertThat(project.migrations()).hasSize(2);
        assertThat(database.query("select * from autogen_version")).containsExactly("aa01");
    }

    @Test
    void a_version_that_no_file_has() throws SQLException {
        project.type(SmallProject.THING);
        terminal.ok("upgrade");
        database.execute("update autogen_version set revision = 'cc03'");
        for (String command : List.of("upgrade", "downgrade base", "downgrade -1", "upgrade +1", "stamp head")) {
            terminal.autogen(command.split(" ")).fails(5, "cc03", "which no migration has", "stamp --purge");
        }
        terminal.autogen("-m", "x").fails(5, "cc03", "which no migration has");
        assertThat(terminal.ok("current")).isEqualTo("cc03 (no migration has this id)\n");
        terminal.autogen("current", "--check-heads").fails(5, "cc03", "which no migration has", "stamp --purge");
        assertThat(terminal.autogen("check").err()).contains("cc03");
        assertThat(database.query("select * from autogen_version")).containsExactly("cc03");
        terminal.ok("stamp", "--purge", "head");
        assertThat(database.query("select * from autogen_version")).containsExactly("aa02");
    }

    @Test
    void two_files_with_one_identifier() throws SQLException {
        project.write("src/main/java/migrations/other/M_copy.java", """
                package migrations.other;
                /** Copy. */
                @dev.autogen.migration.Revision(id = "aa02", revises = "aa01")
                public final class M_copy implements dev.autogen.migration.Migration {
                    @Override public void upgrade(dev.autogen.migration.Operations op) {}
                    @Override public void downgrade(dev.autogen.migration.Operations op) {}
                }
                """);
        for (String command : List.of("upgrade", "history", "heads", "current")) {
            terminal.autogen(command).fails(5, "revision id aa02", "M_aa02.java", "M_copy.java");
        }
        assertUntouched();
    }

    @Test
    void a_parent_that_no_file_has() throws SQLException {
        project.migration("aa04", "aa03");
        for (String command : List.of("upgrade", "history")) {
            terminal.autogen(command).fails(5, "aa04 (M_aa04.java)", "aa03, which no migration has");
        }
        assertUntouched();
    }

    @Test
    void a_circle() throws SQLException {
        project.migration("aa01", "aa02");
        for (String command : List.of("upgrade", "history")) {
            terminal.autogen(command)
                    .fails(5, "in a circle: aa01 (M_aa01.java) -> aa02 (M_aa02.java) -> aa01 (M_aa01.java)");
        }
        assertUntouched();
    }

    @Test
    void a_header_that_says_nothing() {
        project.write("src/main/java/migrations/M_x.java", """
                package migrations;
                @dev.autogen.migration.Revision(revises = "aa02")
                public final class M_x {}
                """);
        terminal.autogen("history").fails(5, "M_x.java", "names no id");
    }
}
