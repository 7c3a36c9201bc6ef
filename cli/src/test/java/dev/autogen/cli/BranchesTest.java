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

/** Branches, labels and dependencies through the command line: the rows VR1, VT2 to VT4, CD2, CD3 and CD5. */
class BranchesTest {
    @TempDir
    private Path directory;

    private TestDatabase database;
    private SmallProject project;
    private Terminal terminal;

    /** A trunk with the branches shop and stock, and a history of its own, audit, that needs the trunk. */
    @BeforeEach
    void prepare() {
        database = PostgresForTests.freshDatabase();
        project = new SmallProject(directory);
        terminal = Terminal.in(directory).on(database);
        migration("a1", "");
        migration("b1", "revises = \"a1\", labels = \"shop\"");
        migration("b2", "revises = \"b1\"");
        migration("c1", "revises = \"a1\", labels = \"stock\"");
        migration("z1", "labels = \"audit\", dependsOn = \"b1\"");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void migration(String id, String header) {
        project.write(
                "src/main/java/migrations/M_" + id + ".java", """
                package migrations;
                import dev.autogen.migration.*;
                import static dev.autogen.migration.Elements.*;
                import static dev.autogen.migration.Types.*;

                /** Makes %1$s. */
                @Revision(id = "%1$s"%2$s)
                public final class M_%1$s implements Migration {
                    @Override public void upgrade(Operations op) {
                        op.createTable("t_%1$s", column("id", bigint()));
                    }
                    @Override public void downgrade(Operations op) {
                        op.dropTable("t_%1$s");
                    }
                }
                """.formatted(id, header.isEmpty() ? "" : ", " + header));
    }

    private List<String> rows() throws SQLException {
        return database.query("select revision from autogen_version order by revision");
    }

    private List<String> tables() throws SQLException {
        return database.query("select relname from pg_class where relname like 't\\_%' order by relname");
    }

    @Test
    void vr1_rows_come_and_go_with_branches() throws SQLException {
        terminal.ok("upgrade", "a1");
        assertThat(rows()).containsExactly("a1");
        terminal.ok("upgrade", "shop@head");
        assertThat(rows()).containsExactly("b2");
        terminal.ok("upgrade", "stock@+1");
        assertThat(rows()).containsExactly("b2", "c1");
        terminal.ok("upgrade", "heads");
        assertThat(rows()).containsExactly("b2", "c1", "z1");
        assertThat(terminal.ok("downgrade", "shop@b1")).isEqualTo("Ran 1 migration; the database is at c1, z1\n");
        terminal.ok("downgrade", "shop@-1");
        assertThat(rows()).containsExactly("c1");
        assertThat(tables()).containsExactly("t_a1", "t_c1");
        assertThat(terminal.ok("downgrade", "base")).endsWith("the database is at base\n");
        assertThat(rows()).isEmpty();
        assertThat(tables()).isEmpty();
    }

    @Test
    void vt3_what_depends_on_a_branch_implies_it_and_goes_down_with_it() throws SQLException {
        terminal.ok("upgrade", "audit@head");
        assertThat(rows()).containsExactly("z1");
        assertThat(tables()).containsExactly("t_a1", "t_b1", "t_z1");
        assertThat(terminal.ok("current")).isEqualTo("""
                b1 [shop] (current), Makes b1 (needed by z1)
                z1 [audit] (head, current), Makes z1
                """);
        terminal.autogen("current", "--check-heads").fails(5, "not at head (b2, z1, c1)", "2 migrations");
        terminal.ok("upgrade", "heads");
        assertThat(terminal.autogen("current", "--check-heads").exit()).isZero();
        terminal.ok("downgrade", "audit@base");
        assertThat(rows()).containsExactly("b2", "c1");
    }

    @Test
    void vt4_a_stamp_moves_the_named_branches_alone() throws SQLException {
        terminal.ok("stamp", "b1", "c1");
        assertThat(rows()).containsExactly("b1", "c1");
        terminal.ok("stamp", "shop@head");
        assertThat(rows()).containsExactly("b2", "c1");
        terminal.ok("stamp", "stock@base");
        assertThat(rows()).containsExactly("b2");
        int entries = database.query("select 1 from autogen_history").size();
        assertThat(terminal.ok("stamp", "b2")).contains("the database is at b2");
        assertThat(database.query("select 1 from autogen_history")).hasSize(entries);
        terminal.autogen("stamp", "a1", "b2").fails(5, "Revision b2 stands on revision a1");
        terminal.ok("stamp", "a1");
        assertThat(rows()).containsExactly("a1");
        database.execute("insert into autogen_version values ('gone')");
        terminal.ok("stamp", "--purge", "stock@head", "audit@head");
        assertThat(rows()).containsExactly("c1", "z1");
        assertThat(tables()).isEmpty();
    }

    @Test
    void cd2_looking_creates_nothing() throws SQLException {
        for (String command : List.of(
                "current", "history", "history -i", "history -r current:heads", "heads", "branches", "show +0@shop")) {
            terminal.autogen(command.split(" "));
        }
        assertThat(terminal.ok("current")).isEqualTo("base: no migration is applied\n");
        terminal.autogen("show", "current").fails(5, "'current' is before every revision");
        assertThat(database.query("select relname from pg_class where relname like 'autogen%'"))
                .isEmpty();
    }

    @Test
    void cd3_a_new_migration_needs_a_head_where_there_are_several() {
        terminal.autogen("revision", "-m", "x").fails(5, "There are 3 heads", "--head REV", "autogen merge heads");
        terminal.autogen("revision", "-m", "x", "--head", "head").fails(5, "3 heads");
        terminal.autogen("revision", "-m", "x", "--head", "a1").fails(5, "Revision a1 is not a head", "--splice");
        terminal.autogen("revision", "-m", "x", "--head", "nowhere@head")
                .fails(5, "no branch 'nowhere'", "shop, stock");
        terminal.autogen("revision", "-m", "x", "--head", "b2", "--depends-on", "zz")
                .fails(5, "no revision 'zz'");
        terminal.autogen("revision", "-m", "x", "--head", "b2", "--branch-label", "shop")
                .fails(5, "'shop' names revision");
        terminal.autogen("revision", "-m", "x", "--head", "b2", "--branch-label", "a:b")
                .fails(2, "'a:b' cannot be the");
        terminal.autogen("revision", "-m", "x", "--head", "b2", "--rev-id", "a-b")
                .fails(2, "'a-b' cannot be", "- + :");
        terminal.autogen("revision", "-m", "x", "--head", "b2", "--rev-id", "stock")
                .fails(5, "labelled stock already");
        terminal.autogen("revision", "-m", "x", "--head", "current").fails(5, "counts from where the database is");
        terminal.autogen("--head", "b2", "heads").fails(2, "--head stands with -m");
        assertThat(project.migrations()).hasSize(5);
    }

    @Test
    void cd3_a_new_migration_says_its_place() {
        assertThat(terminal.ok("revision", "-m", "x", "--rev-id", "b3", "--head", "shop@head", "--depends-on", "stock"))
                .contains("@Revision(id = \"b3\", revises = \"b2\",", "dependsOn = \"c1\")");
        assertThat(terminal.ok(
                        "revision", "-m", "y", "--rev-id", "d1", "--head", "a1", "--splice", "--branch-label", "d"))
                .contains("@Revision(id = \"d1\", revises = \"a1\",", "labels = \"d\")");
        assertThat(terminal.ok(
                        "revision",
                        "-m",
                        "z",
                        "--rev-id",
                        "y1",
                        "--head",
                        "base",
                        "--depends-on",
                        "b1",
                        "--depends-on",
                        "a1"))
                .contains("@Revision(id = \"y1\", created", "dependsOn = \"b1\")");
    }

    @Test
    void the_difference_may_become_a_migration_on_a_chosen_branch() throws SQLException {
        project.type(SmallProject.THING);
        terminal.ok("upgrade", "heads");
        terminal.autogen("-m", "things").fails(5, "There are 3 heads");
        assertThat(terminal.ok("-m", "things", "--head", "stock@head"))
                .contains("revises = \"c1\"", "createTable(\"thing\"");
        terminal.ok("upgrade", "heads");
        assertThat(terminal.autogen("check").exit()).isZero();
        assertThat(rows()).hasSize(3).contains("b2", "z1");
    }
}
