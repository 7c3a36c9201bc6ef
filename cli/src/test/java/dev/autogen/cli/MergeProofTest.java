package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code merge} joins branches only where it does not matter which of them is applied first. */
class MergeProofTest {
    private static final List<String> ON_BASE = List.of("base1");

    private static TestDatabase server;

    @TempDir
    private Path directory;

    private SmallProject project;
    private Terminal terminal;

    @BeforeAll
    static void one_server_for_all_proofs() {
        server = PostgresForTests.freshDatabase();
    }

    @AfterAll
    static void drop() {
        server.close();
    }

    @BeforeEach
    void a_history_with_a_table_and_an_enum() {
        project = new SmallProject(directory);
        terminal = Terminal.in(directory).without("AUTOGEN_NO_PROOF").with("AUTOGEN_SCRATCH_URL", server.jdbcUrl());
        project.migration(
                "base1",
                List.of(),
                "op.createEnum(\"mood\", \"calm\"); op.createTable(\"t\", column(\"id\", bigint()));",
                "op.dropTable(\"t\"); op.dropEnum(\"mood\");");
    }

    private void branches(String left, String right) {
        project.migration("left", ON_BASE, left, "");
        project.migration("right", ON_BASE, right, "");
    }

    @Test
    void branches_that_commute_are_joined_and_the_proof_says_so() {
        branches("op.addColumn(\"t\", column(\"a\", bigint()));", "op.addColumn(\"t\", column(\"b\", bigint()));");

        assertThat(terminal.ok("merge", "heads", "-m", "join"))
                .contains("revises = {\"left\", \"right\"}")
                .containsPattern("Proved on scratch databases \\(PostgreSQL \\d+\\): whichever of left, right comes"
                        + " first, the schema is the same\\. Made-up rows fare the same\\.\n");
        assertThat(project.migrations()).hasSize(4);
    }

    @Test
    void branches_that_leave_other_rows_in_the_other_order_are_refused_with_an_example() {
        branches("op.execute(\"update t set id = id + 1\");", "op.execute(\"update t set id = id * 2\");");

        terminal.autogen("merge", "heads", "-m", "join")
                .fails(
                        1,
                        "The branches do not commute: applied as right, left, it leaves other rows:\n  t.id: ",
                        "Nothing was written.");
    }

    @Test
    void rows_that_only_one_order_bears_are_told() {
        branches(
                "op.execute(\"alter table t add constraint c check (id is not null) not valid\");",
                "op.execute(\"update t set id = null where id is not null\");");

        terminal.autogen("merge", "heads", "-m", "join")
                .fails(
                        1,
                        "applied as left, right, it fails with made-up rows: new row",
                        "violates check constraint \"c\"");
    }

    @Test
    void values_that_are_another_each_time_are_no_difference_and_are_said() {
        branches(
                "op.execute(\"alter table t add column at timestamptz default clock_timestamp()\");",
                "op.addColumn(\"t\", column(\"b\", bigint()));"
                        + " op.execute(\"update t set b = (random() * 1000000000)::bigint\");"
                        + " op.withConnection(connection -> {});");

        assertThat(terminal.ok("merge", "heads", "-m", "join"))
                .contains(
                        "the schema is the same. Made-up rows fare the same, apart from what is another each time: t.at,"
                                + " t.b. What their Java code does to rows of tables that no operation names was not compared.");
    }

    @Test
    void branches_that_make_the_same_thing_clash_before_any_server_is_asked() {
        branches("op.addColumn(\"t\", column(\"a\", bigint()));", "op.addColumn(\"t\", column(\"a\", text()));");

        terminal.with("AUTOGEN_SCRATCH_URL", "postgres://nobody@localhost:1/none")
                .autogen("merge", "heads", "-m", "join")
                .fails(
                        1,
                        "The branches do not commute: left (+ column t.a (bigint)) clashes with right (+ column t.a"
                                + " (text))",
                        "Nothing was written.",
                        "Correct one of them",
                        "--no-proof");
        assertThat(project.migrations()).hasSize(3);
    }

    @Test
    void a_table_that_one_branch_drops_and_the_other_changes_is_a_clash() {
        branches("op.dropTable(\"t\");", "op.addColumn(\"t\", column(\"a\", text()));");

        terminal.autogen("merge", "heads").fails(1, "left (- table t) clashes with right (+ column t.a (text))");
    }

    @Test
    void branches_that_leave_different_schemas_are_refused_with_the_difference() {
        branches("op.addEnumValue(\"mood\", \"sad\");", "op.addEnumValue(\"mood\", \"glad\");");

        terminal.autogen("merge", "heads", "-m", "join")
                .fails(1, "applied as right, left instead of left, right, the schema differs by", "~ enum mood");
        assertThat(project.migrations()).hasSize(3);
    }

    @Test
    void a_view_that_sees_another_table_in_the_other_order_is_a_difference() {
        branches("op.execute(\"create view v as select * from t\");", "op.addColumn(\"t\", column(\"a\", bigint()));");

        terminal.autogen("merge", "heads", "-m", "join").fails(1, "\n  ~ view public.v: defined differently");
    }

    @Test
    void a_branch_that_fails_behind_the_other_is_named_with_the_statement() {
        branches(
                "op.execute(\"create unique index t_once on t ((1))\");",
                "op.execute(\"insert into t values (1), (2)\");");

        terminal.autogen("merge", "heads", "-m", "join")
                .fails(1, "applied as left, right, Upgrade to right", "insert into t values (1), (2)");
    }

    @Test
    void without_a_proof_they_are_joined_as_they_are() {
        branches("op.addEnumValue(\"mood\", \"sad\");", "op.addEnumValue(\"mood\", \"glad\");");

        assertThat(terminal.ok("merge", "heads", "-m", "join", "--no-proof")).doesNotContain("Proved");
    }

    @Test
    void a_history_that_the_scratch_server_cannot_run_is_joined_with_a_word_unless_a_proof_is_required() {
        project.migration("base1", List.of(), "op.execute(\"select no_such_function()\");", "");
        branches("op.addColumn(\"t\", column(\"a\", bigint()));", "op.addColumn(\"t\", column(\"b\", bigint()));");

        terminal.autogen("merge", "heads", "-m", "join", "--proof=required")
                .fails(1, "not proved: the scratch server cannot run the history", "no_such_function", "--scratch-url");
        Terminal.Outcome joined = terminal.autogen("merge", "heads", "-m", "join");
        assertThat(joined.exit()).isZero();
        assertThat(joined.err()).contains("not proved: the scratch server cannot run the history");
        assertThat(joined.out()).contains(" * <p>not proved: the scratch server cannot run the history");
    }
}
