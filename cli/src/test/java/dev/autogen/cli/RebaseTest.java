package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rebase} puts a branch that is not applied on top of another one, and changes nothing but its header. */
class RebaseTest {
    private static final String THEIRS = "src/main/java/migrations/M20261120120000_Theirs.java";
    private static final String MINE = "src/main/java/migrations/M20261119120000_Mine.java";

    /** Everything that a rewriting by a printer of Java would lose. */
    private static final String HAND_WRITTEN = """
            package migrations;\r
            import dev.autogen.migration.*;
            import static dev.autogen.migration.Elements.*;import static dev.autogen.migration.Types.*;

            /* M20261119120000_Mine, as a comment says. */
            /**  Mine.  */
            @Revision( id="mine", /* was: "old" */ revises   = {"base1"   /* the base */ },
            \tcreated="2026-11-19T12:00:00Z")
            public final class M20261119120000_Mine implements Migration
            {   // "base1" is no header
                private static final Class<?> SELF = M20261119120000_Mine.class;
                public M20261119120000_Mine() {}
              @Override public void upgrade(Operations op) { op.addColumn("t_base1", column("mine", text())); op.execute("-- \\u0041 base1"); }


              @Override public void downgrade(Operations op) { op.dropColumn("t_base1", "mine"); }
            }""";

    @TempDir
    private Path directory;

    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void two_branches() {
        project = new SmallProject(directory);
        terminal = Terminal.in(directory);
        project.migration("base1");
        project.write(THEIRS, """
                package migrations;
                import dev.autogen.migration.*;
                import static dev.autogen.migration.Elements.*;
                import static dev.autogen.migration.Types.*;

                /** Theirs. */
                @Revision(id = "theirs", revises = "base1", created = "2026-11-20T12:00:00Z")
                public final class M20261120120000_Theirs implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.addColumn("t_base1", column("theirs", text()));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropColumn("t_base1", "theirs");
                    }
                }
                """);
        project.write(MINE, HAND_WRITTEN);
    }

    private String mine() throws IOException {
        return Files.readString(directory
                .resolve("src/main/java/migrations")
                .resolve(project.migrations().stream()
                        .filter(name -> name.endsWith("_Mine.java"))
                        .findFirst()
                        .orElseThrow()));
    }

    @Test
    void only_the_parent_the_time_and_the_name_of_the_class_change() throws IOException {
        String said = terminal.ok("rebase", "mine");

        assertThat(said).containsPattern("""
                Moved 1 migration on top of theirs \\(Theirs\\):
                  mine \\(Mine\\) now revises theirs: src/main/java/migrations/M\\d{14}_Mine.java, before M20261119120000_Mine.java
                """);
        String name = project.migrations().stream()
                .filter(file -> file.endsWith("_Mine.java"))
                .findFirst()
                .orElseThrow();
        String time = name.substring(1, 15);
        String created = "%s-%s-%sT%s:%s:%sZ"
                .formatted(
                        time.substring(0, 4),
                        time.substring(4, 6),
                        time.substring(6, 8),
                        time.substring(8, 10),
                        time.substring(10, 12),
                        time.substring(12, 14));
        assertThat(mine())
                .isEqualTo(HAND_WRITTEN
                        .replace("{\"base1\"   /*", "{\"theirs\"   /*")
                        .replace("2026-11-19T12:00:00Z", created)
                        .replace("class M20261119120000", "class M" + time)
                        .replace("= M20261119120000", "= M" + time)
                        .replace("public M20261119120000", "public M" + time));
        assertThat(terminal.ok("heads")).isEqualTo("theirs -> mine (head), Mine\n");
        assertThat(project.migrations()).hasSize(3).isSorted();
    }

    @Test
    void the_branch_that_the_database_has_not_applied_moves_and_then_runs() {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            Terminal there = terminal.on(database);
            there.ok("upgrade", "theirs");

            assertThat(there.ok("rebase")).startsWith("Moved 1 migration on top of theirs (Theirs):");
            assertThat(there.ok("upgrade", "head")).contains("Ran 1 migration");

            project.migration("third", "theirs");
            there.autogen("rebase", "mine")
                    .fails(
                            5,
                            "Revision mine (Mine) is applied in the database, so its place in the history is settled.",
                            "autogen merge mine third",
                            "autogen downgrade theirs");
        }
    }

    @Test
    void a_branch_of_several_keeps_its_order_and_those_that_are_young_enough_their_names() {
        project.write("src/main/java/migrations/M20991119120000_Next.java", """
                package migrations;
                import dev.autogen.migration.*;

                /** Next. */
                @Revision(id = "next", revises = "mine", created = "2099-11-19T12:00:00Z")
                public final class M20991119120000_Next implements Migration {
                    @Override
                    public void upgrade(Operations op) {}

                    @Override
                    public void downgrade(Operations op) {}
                }
                """);

        assertThat(terminal.ok("rebase", "next", "--onto", "theirs"))
                .startsWith("Moved 2 migrations on top of theirs (Theirs):")
                .contains("  next (Next) now revises mine: src/main/java/migrations/M20991119120000_Next.java\n");
        assertThat(terminal.ok("history").lines())
                .extracting(line -> line.replaceAll(".*-> (\\w+).*", "$1"))
                .containsSubsequence("next", "mine", "theirs", "base1");
    }

    @Test
    void a_class_that_another_one_mentions_keeps_its_name() {
        project.write("src/main/java/migrations/Shared.java", """
                package migrations;
                final class Shared { Class<?> first = M20261119120000_Mine.class; }
                """);

        assertThat(terminal.ok("rebase", "mine")).contains("now revises theirs: " + MINE + "\n");
        assertThat(terminal.ok("upgrade", "--help")).isNotEmpty();
    }

    @Test
    void without_a_database_and_without_a_name_both_ways_are_shown() {
        terminal.autogen("rebase")
                .fails(
                        5,
                        "There is no database that could tell which branch is applied, so say which is to move:",
                        "`autogen rebase mine` (Mine) or `autogen rebase theirs` (Theirs)");
    }

    @Test
    void a_history_with_one_head_has_nothing_to_rebase() {
        terminal.ok("rebase", "mine");
        terminal.autogen("rebase", "mine").fails(5, "There is nothing to rebase: the history has the one head mine.");
    }

    @Test
    void a_merge_within_the_branch_or_a_name_that_says_too_little_is_refused() {
        terminal.autogen("rebase", "base1").fails(5, "Revision base1 is below", "Name a revision of one branch alone.");
        terminal.autogen("rebase", "mine", "--onto", "base1").fails(5, "Revision base1 is not a head that mine");
        project.migration("other", "base1");
        terminal.autogen("rebase", "mine").fails(5, "There are several heads that mine could be put on:", "--onto");
        project.migration("joined", List.of("mine", "other"), "", "");
        terminal.autogen("rebase", "joined").fails(5, "The branch of joined is not a line:", "autogen merge joined");
    }

    @Test
    void branches_that_clash_are_left_as_they_are() throws IOException {
        project.migration("alike", List.of("base1"), "op.addColumn(\"t_base1\", column(\"mine\", bigint()));", "");
        terminal.without("AUTOGEN_NO_PROOF")
                .autogen("rebase", "mine", "--onto", "alike")
                .fails(
                        1,
                        "The branches do not commute: alike (+ column t_base1.mine (bigint)) clashes with mine"
                                + " (+ column t_base1.mine (text))",
                        "Nothing was written.",
                        "--no-proof");
        assertThat(mine()).isEqualTo(HAND_WRITTEN);
    }
}
