package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files tell without a database and without being compiled: the rows CD1 and SF1. */
class HistoryTest {
    @TempDir
    private Path directory;

    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        project = new SmallProject(directory);
        terminal = Terminal.in(directory).with("DATABASE_URL", "postgres://nobody@localhost:1/nowhere");
        header("a1", "");
        header("b1", ", revises = \"a1\", labels = \"shop\"");
        header("b2", ", revises = \"b1\"");
        header("c1", ", revises = \"a1\", labels = \"stock\", dependsOn = \"b1\"");
    }

    private void header(String id, String more) {
        project.write("src/main/java/migrations/M_" + id + ".java", """
                package migrations;

                /** Makes %1$s. */
                @dev.autogen.migration.Revision(id = "%1$s"%2$s)
                public final class M_%1$s { this need not compile
                """.formatted(id, more));
    }

    @Test
    void cd1_branches_are_drawn() {
        assertThat(terminal.ok("history")).isEqualTo("""
                * a1 -> c1 [stock] (head), Makes c1
                | * b1 -> b2 [shop] (head), Makes b2
                | * a1 -> b1 [shop], Makes b1
                |/
                * <base> -> a1 (branch point), Makes a1
                """);
    }

    @Test
    void cd1_merges_and_histories_side_by_side_are_drawn() {
        header("d1", ", revises = {\"b1\", \"c1\"}");
        header("m1", ", revises = {\"b2\", \"c1\", \"d1\"}");
        header("z1", "");
        header("z2", ", revises = \"z1\"");
        assertThat(terminal.ok("history")).isEqualTo("""
                * z1 -> z2 (head), Makes z2
                * <base> -> z1, Makes z1
                * b2, c1, d1 -> m1 [shop, stock] (head, merge), Makes m1
                |\\
                |\\ \\
                | | * b1, c1 -> d1 (merge), Makes d1
                | | |\\
                | |_|/
                | * | a1 -> c1 [stock] (branch point), Makes c1
                * | | b1 -> b2, Makes b2
                |_|/
                * | a1 -> b1 [shop] (branch point), Makes b1
                |/
                * <base> -> a1 (branch point), Makes a1
                """);
    }

    @Test
    void cd1_ranges_are_cut_out() {
        assertThat(terminal.ok("history", "-r", "b1:b2")).isEqualTo("""
                b1 -> b2 [shop] (head), Makes b2
                a1 -> b1 [shop], Makes b1
                """);
        assertThat(terminal.ok("history", "-r", "-1:shop@head")).hasLineCount(2);
        assertThat(terminal.ok("history", "-r", ":+1")).isEqualTo("<base> -> a1 (branch point), Makes a1\n");
        terminal.autogen("history", "-r", "b2:c1").fails(5, "different branches");
        terminal.autogen("history", "-r", "b2:a1").fails(5, "Write it the other way round");
        terminal.autogen("history", "-r", "-9:b2").fails(5, "too far", "only 3 revisions");
    }

    @Test
    void cd1_where_the_database_is_may_be_an_end_and_is_marked() {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            Terminal there = terminal.on(database);
            // Nothing was run, so that there is nothing for which the files would have to compile.
            there.ok("stamp", "b1");
            assertThat(there.ok("history", "-i", "-r", "current:shop@head")).isEqualTo("""
                    b1 -> b2 [shop] (head), Makes b2
                    a1 -> b1 [shop] (current), Makes b1
                    """);
            assertThat(there.ok("history", "-r", "base:current")).hasLineCount(2);
            assertThat(there.ok("history", "-r", "current:+1")).hasLineCount(2);
            assertThat(there.ok("show", "current", "-1")).contains("a1 -> b1 [shop]", "<base> -> a1");
            assertThat(there.ok("history", "-i", "--format", "json")).contains("\"current\": [\n    \"b1\"\n  ]");
        }
    }

    @Test
    void what_was_run_is_told_of_each_revision_and_what_was_edited_or_lost_since() {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            Terminal there = terminal.on(database).with("AUTOGEN_PACKAGE", "applied");
            applied("a1", "", "select 1");
            applied("b1", ", revises = \"a1\"", "select 2");
            there.ok("upgrade");
            assertThat(there.ok("history", "-i", "-v"))
                    .containsPattern(
                            "(?s)a1 -> b1.*\n    file: .*\n    \\S+Z upgrade b1 by .* ms, autogen .*, checksum 2:\\w+"
                                    + "\n<base> -> a1.*\n    \\S+Z upgrade a1 by ");
            assertThat(there.ok("history", "-v")).doesNotContain("upgrade b1");
            assertThat(there.ok("current", "-v")).doesNotContain("edited: ", "missing: ");

            applied("b1", ", revises = \"a1\"", "select 3");
            assertThat(there.ok("current", "-v"))
                    .containsPattern(
                            "\nedited: migration b1 \\(Applies b1, M_b1.java\\) was edited after it was applied"
                                    + " \\(.*\\): its upgrade does not say what it said then\n");
            delete("a1");
            applied("b1", "", "select 2");
            assertThat(there.ok("current", "-v"))
                    .endsWith("\nmissing: revision a1 was applied, and no migration has this id\n");
            assertThat(there.ok("current")).doesNotContain("missing");

            applied("b1", "", "nonsense\"");
            there.ok("current");
            assertThat(there.autogen("current", "-v").fails(5, "M_b1.java").out())
                    .startsWith("<base> -> b1");
        }
    }

    private void applied(String id, String more, String sql) {
        project.write("src/main/java/applied/M_" + id + ".java", """
                package applied;
                /** Applies %1$s. */
                @dev.autogen.migration.Revision(id = "%1$s"%2$s)
                public final class M_%1$s implements dev.autogen.migration.Migration {
                    @Override public void upgrade(dev.autogen.migration.Operations op) { op.execute("%3$s"); }
                    @Override public void downgrade(dev.autogen.migration.Operations op) {}
                }
                """.formatted(id, more, sql));
    }

    private void delete(String id) {
        try {
            Files.delete(directory.resolve("src/main/java/applied/M_" + id + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void cd1_programs_and_pages_get_their_forms() {
        assertThat(terminal.ok("history", "--format", "mermaid")).isEqualTo("""
                flowchart TD
                    r1["a1<br/>Makes a1"]
                    r2["b1<br/>Makes b1"]
                    r1 --> r2
                    r3["b2 (head)<br/>Makes b2"]
                    r2 --> r3
                    r4["c1 (head)<br/>Makes c1"]
                    r1 --> r4
                    r2 -.-> r4
                """);
        assertThat(terminal.ok("history", "--format", "json", "-r", "c1:c1").replace(directory.toString(), "..."))
                .isEqualTo("""
                        {
                          "heads": [
                            "b2",
                            "c1"
                          ],
                          "revisions": [
                            {
                              "id": "c1",
                              "message": "Makes c1",
                              "revises": [
                                "a1"
                              ],
                              "dependsOn": [
                                "b1"
                              ],
                              "labels": [
                                "stock"
                              ],
                              "branches": [
                                "stock"
                              ],
                              "replaces": [],
                              "head": true,
                              "branchPoint": false,
                              "baseline": false,
                              "file": ".../src/main/java/migrations/M_c1.java"
                            }
                          ]
                        }
                        """);
    }

    @Test
    void branches_are_listed_with_where_they_begin() {
        header("z1", "");
        assertThat(terminal.ok("branches")).isEqualTo("""
                <base>
                    -> a1 (branch point), Makes a1
                    -> z1 (head), Makes z1
                <base> -> a1 (branch point), Makes a1
                    -> b1 [shop], Makes b1
                    -> c1 [stock] (head), Makes c1
                """);
        assertThat(terminal.ok("heads", "-v")).contains("depends on: b1");
    }

    @Test
    void sf1_what_lies_beside_migrations_is_left_alone() {
        project.write("src/main/java/migrations/.#M_a1.java", "nonsense @Revision(");
        project.write("src/main/java/migrations/M_a1.java~", "nonsense @Revision(");
        project.write("src/main/java/migrations/package-info.java", "/** @Revision */ package migrations;");
        project.write("src/main/java/migrations/Helper.java", """
                package migrations;
                /** Serves every @Revision there is. */
                final class Helper { String s = "@Revision(id = \\"x\\")"; }
                """);
        project.write("src/main/java/migrations/y2026/M_d1.java", """
                package migrations.y2026;
                /** Nested. */
                @dev.autogen.migration.Revision(id = "d1", revises = "b2") public class M_d1 {}
                """);
        assertThat(terminal.ok("heads")).isEqualTo("""
                b2 -> d1 [shop] (head), Nested
                a1 -> c1 [stock] (head), Makes c1
                """);
        assertThat(terminal.ok("heads", "--package", "migrations,migrations.y2026"))
                .hasLineCount(2);
    }

    @Test
    void sf1_a_copy_in_another_directory_is_named_with_both_paths() {
        project.write("src/main/java/migrations/old/M_a1.java", """
                package migrations.old;
                @dev.autogen.migration.Revision(id = "a1") public class M_a1 {}
                """);
        terminal.autogen("heads").fails(5, "id a1", "/migrations/M_a1.java and ", "/migrations/old/M_a1.java");
    }

    @Test
    void sp3_a_new_migration_lies_beside_its_parent() {
        project.write("src/main/java/billing/db/M_x1.java", """
                package billing.db;
                @dev.autogen.migration.Revision(id = "x1") public class M_x1 {}
                """);
        Terminal both = terminal.with("AUTOGEN_PACKAGE", "migrations,billing.db");
        assertThat(both.ok("revision", "-m", "more", "--head", "x1"))
                .startsWith("Wrote src/main/java/billing/db/M")
                .contains("package billing.db;");
        assertThat(both.ok("revision", "-m", "more", "--head", "b2")).startsWith("Wrote src/main/java/migrations/M");
        assertThat(both.ok("revision", "-m", "more", "--head", "base")).startsWith("Wrote src/main/java/migrations/M");
    }

    @Test
    void sf1_a_header_that_cannot_be_read_says_where() {
        String[][] cases = {
            {"@Revision(id = \"d1\" revises = \"b2\") class M_d1 {}", "in line 2 ',' is missing before revises"},
            {"@Revision(id = \"d1\"", "@Revision does not end"},
            {"@Revision(id = \"d1\") void x() {}", "no class behind it"},
            {"@Revision(id = ID) class M_d1 {}", "id in", "not a string literal"},
            {"@Revision(id = \"d\" + 1) class M_d1 {}", "not a string literal"},
            {"@Revision(id = \"d1\", created = \"today\") class M_d1 {}", "is not a time such as", "today"},
            {"@Revision(id = \"d 1\") class M_d1 {}", "'d 1'", "white space"},
            {"@Revision(id = \"d1\", labels = \"x-1\") class M_d1 {}", "'x-1'", "M_d1.java"},
            {"@Revision class M_d1 {}", "names no id"},
        };
        for (String[] each : cases) {
            project.write("src/main/java/migrations/M_d1.java", "package migrations;\n" + each[0]);
            String[] words = each.clone();
            words[0] = "M_d1.java";
            terminal.autogen("heads").fails(5, words);
        }
    }
}
