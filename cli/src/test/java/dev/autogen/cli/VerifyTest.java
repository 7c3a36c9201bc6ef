package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.Terminal.Outcome;
import dev.autogen.fixtures.PostgresForTests;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A history is walked up, down and up again on a scratch database, each step compared. */
class VerifyTest {
    @RegisterExtension
    static final ProofServer SERVER = new ProofServer();

    @TempDir
    private Path directory;

    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        project = new SmallProject(directory);
        terminal = Terminal.in(directory).with("AUTOGEN_SCRATCH_URL", SERVER.jdbcUrl());
    }

    @Test
    void a_history_of_branches_merges_and_dependencies_is_proved_step_by_step() {
        project.migration("a1");
        project.migration("b1", "a1");
        project.migration("c1", "a1");
        project.migration(
                "d1", List.of("b1", "c1"), "op.renameTable(\"t_b1\", \"d\");", "op.renameTable(\"d\", \"t_b1\");");
        Outcome outcome = terminal.autogen("verify", "--no-entities");
        assertThat(outcome.out())
                .isEqualTo("4 migrations on PostgreSQL %d: 4 proved up, down and up again.%n"
                        .formatted(PostgresForTests.majorVersion()));
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err().lines().filter(line -> !line.startsWith(" ")))
                .containsExactly(
                        "Up: 4 migrations",
                        "Down: 4 migrations",
                        "Up again: 4 migrations",
                        "With rows, up: 4 migrations",
                        "With rows, down: 4 migrations");
    }

    @Test
    void a_way_back_that_leaves_something_behind_names_the_migration_the_direction_and_the_objects() {
        project.migration("a1");
        project.migration(
                "b1",
                List.of("a1"),
                "op.addColumn(\"t_a1\", column(\"phone\", varchar(30))); op.createIndex(\"t_ix\", \"t_a1\", \"phone\");",
                "op.dropIndex(\"t_ix\", \"t_a1\");");
        project.migration("c1", "b1");
        Outcome outcome = terminal.autogen("verify", "--no-entities");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo("""
                b1 (Makes b1)  [src/main/java/migrations/M_b1.java]
                  its downgrade does not give back what was there:
                    too much: column t_a1.phone (varchar(30))
                3 migrations on PostgreSQL %d: 2 proved up, down and up again, 1 failed.
                """.formatted(PostgresForTests.majorVersion()));
    }

    @Test
    void what_raw_sql_does_is_seen_too() {
        project.migration("a1");
        project.migration(
                "b1",
                List.of("a1"),
                "op.execute(\"create view v as select id from t_a1\");"
                        + "op.execute(\"alter table t_a1 add column if not exists n int default 1\");",
                "op.execute(\"drop view v\"); op.execute(\"alter table t_a1 alter n drop default\");");
        assertThat(terminal.autogen("verify", "--no-entities", "--format", "github")
                        .out())
                .startsWith("::error file=src/main/java/migrations/M_b1.java,line=1,title=migration not proved::b1: its"
                        + " downgrade does not give back what was there:%0A  too much: column t_a1.n (integer)\n");
    }

    @Test
    void a_ci_server_gets_a_test_for_each_migration() {
        project.migration("a1");
        project.migration("b1", List.of("a1"), "op.createSequence(\"s\");", "");
        assertThat(terminal.autogen("verify", "--no-entities", "--format", "junit")
                        .out())
                .contains("tests=\"2\" failures=\"1\"")
                .contains("<testcase classname=\"src/main/java/migrations/M_a1.java\" name=\"a1 (Makes a1)\"/>")
                .contains("<failure type=\"failed\" message=\"its downgrade does not give back what was there\">")
                .contains("too much: sequence s");
    }

    @Test
    void what_cannot_be_undone_cuts_the_way_and_both_parts_are_walked() {
        project.migration("a1");
        project.migration(
                "b1",
                List.of("a1"),
                "op.execute(\"insert into t_a1 values (1)\");",
                "throw new IrreversibleMigrationException(\"rows are gone\");");
        project.migration("c1", "b1");
        Outcome outcome = terminal.autogen("verify", "--no-entities");
        assertThat(outcome.out()).isEqualTo("""
                b1 (Makes b1)
                  cannot be undone, as it says itself
                3 migrations on PostgreSQL %d: 2 proved up, down and up again, 1 only upwards.
                """.formatted(PostgresForTests.majorVersion()));
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void what_the_scratch_server_cannot_run_is_said_to_be_unproved() {
        project.migration("a1");
        project.migration("b1", List.of("a1"), "op.createExtension(\"no_such\");", "op.dropExtension(\"no_such\");");
        project.migration("c1", "b1");
        Outcome outcome = terminal.autogen("verify", "--no-entities");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .contains("b1 (Makes b1)\n  not proved: it needs an extension that the scratch server does not have (")
                .contains("c1 (Makes c1)\n  not proved: not reached, for b1 before it does not run\n")
                .endsWith(": 1 proved up, down and up again, 2 not proved.\n");
        assertThat(terminal.autogen("verify", "--no-entities", "--proof=required")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void java_code_that_fails_without_data_is_unproved_and_an_upgrade_that_fails_is_a_finding() {
        project.migration(
                "a1", List.of(), "op.withConnection(c -> { throw new IllegalStateException(\"no customer\"); });", "");
        assertThat(terminal.ok("verify", "--no-entities"))
                .contains("not proved: its Java code fails where there is no data (no customer)");
        project.migration("b1");
        project.migration("c1", List.of("b1"), "op.dropTable(\"nowhere\");", "");
        Outcome outcome = terminal.autogen("verify", "b1:c1", "--no-entities");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("c1 (Makes c1)  [src/main/java/migrations/M_c1.java]\n  its upgrade does not run:\n")
                .contains("table \"nowhere\" does not exist (SQLSTATE 42P01)");
    }

    @Test
    void what_is_left_half_done_ends_the_walk_and_nothing_below_it_is_called_proved() {
        project.migration("a1");
        project.migration(
                "b1",
                List.of("a1"),
                "op.addColumn(\"t_a1\", column(\"n\", integer())); op.newTransaction(); op.dropTable(\"nowhere\");",
                "");
        Outcome outcome = terminal.autogen("verify", "--no-entities");
        assertThat(outcome.out())
                .contains("a1 (Makes a1)\n  not taken down, for b1 above it is left half done\n")
                .endsWith(": 0 proved up, down and up again, 1 failed, 1 only upwards.\n");
    }

    @Test
    void a_migration_that_makes_no_sense_is_a_finding_and_no_defect() {
        project.migration("a1");
        project.migration("b1", List.of("a1"), "", "throw new UnsupportedOperationException(\"never\");");
        Outcome outcome = terminal.autogen("verify", "--no-entities");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(
                        "its upgrade does not run:",
                        "Migration b1 (Makes b1, M_b1.java) cannot say what it does: never")
                .endsWith(": 1 proved up, down and up again, 1 failed.\n");
    }

    @Test
    void one_revision_is_proved_on_top_of_what_it_stands_on() {
        project.migration("a1");
        project.migration("b1", "a1");
        project.migration("c1", "b1");
        Outcome outcome = terminal.autogen("verify", "b1", "--format", "json");
        assertThat(outcome.out()).isEqualTo("""
                {
                  "postgres": %d,
                  "verified": true,
                  "migrations": [
                    {
                      "id": "b1",
                      "message": "Makes b1",
                      "file": "src/main/java/migrations/M_b1.java",
                      "outcome": "proved",
                      "flaws": [],
                      "remark": "",
                      "rows": []
                    }
                  ],
                  "strays": [],
                  "entities": null
                }
                """.formatted(PostgresForTests.majorVersion()));
        assertThat(outcome.err()).startsWith("Below: 1 migration\nUp: 1 migration\n");
    }

    @Test
    void the_end_of_the_history_is_what_the_entities_say_or_the_difference_is_told() {
        project.type(SmallProject.THING);
        project.migration(
                "a1",
                List.of(),
                "op.createTable(\"thing\", column(\"id\", bigint()).notNull(), primaryKey(\"thing_pkey\", \"id\"));",
                "op.dropTable(\"thing\");");
        Outcome behind = terminal.autogen("verify");
        assertThat(behind.exit()).as(behind.err()).isEqualTo(1);
        assertThat(behind.out()).startsWith("""
                At the end of the history, entities and database differ:
                  + column thing.name (varchar(255))  [src/main/java/app/Thing.java:9]
                """);
        project.migration(
                "b1",
                List.of("a1"),
                "op.addColumn(\"thing\", column(\"name\", varchar(255)));",
                "op.dropColumn(\"thing\", \"name\");");
        assertThat(terminal.ok("verify")).endsWith("again. The end of the history is what the entities say.\n");
    }

    @Test
    void a_server_that_cannot_be_reached_proves_nothing_and_that_is_said() {
        project.migration("a1");
        terminal.with("AUTOGEN_SCRATCH_URL", "postgres://nobody@127.0.0.1:1/none")
                .autogen("verify", "--no-entities")
                .fails(3, "127.0.0.1:1");
    }

    @Test
    void a_history_without_migrations_has_nothing_to_prove() {
        assertThat(terminal.ok("verify", "--no-entities")).startsWith("0 migrations");
    }
}
