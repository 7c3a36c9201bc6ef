package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** {@code lint} without a database: every migration is judged, and every table counts as large. */
class LintTest {
    private static final String FILE = "src/main/java/migrations/M_bbbb.java";

    @TempDir
    private Path directory;

    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        project = new SmallProject(directory);
        terminal = Terminal.in(directory).with("CI", "true");
        project.migration("aaaa");
    }

    private void second(String upgrade, String downgrade) {
        project.migration("bbbb", List.of("aaaa"), upgrade, downgrade);
    }

    @Test
    void a_clean_history_ends_well_and_says_what_was_judged() {
        Terminal.Outcome outcome = terminal.autogen("lint");

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo("1 migration linted: nothing found.\n");
        assertThat(outcome.err())
                .isEqualTo("Linting all 1 migration, for there is no database to ask what is applied\n");
    }

    @Test
    void loops_and_helpers_have_the_line_of_the_migration_that_asks() {
        project.write("src/main/java/migrations/Drops.java", """
                package migrations;
                import dev.autogen.migration.Operations;
                final class Drops {
                    static void drop(Operations op, String table) {
                        op.dropTable(table);
                    }
                }
                """);
        second("""
                for (String table : new String[] {"t_aaaa", "b"}) {
                    op.dropTable(table);
                }
                op.autocommit(() -> {
                    op.execute("VACUUM");
                    op.execute("UPDATE b SET name = 'a text that is long enough to be cut'");
                });
                Drops.drop(op, "c");""", "");

        Terminal.Outcome outcome = terminal.autogen("lint", "bbbb");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(FILE + ":12: error data-loss: drops table t_aaaa")
                .contains(FILE + ":12: error data-loss: drops table b")
                .contains(FILE + ":15: info unjudged: raw SQL in execute(\"VACUUM\")\n")
                .contains(FILE + ":16: info unjudged: raw SQL in execute(\"UPDATE b SET name =")
                .contains(FILE + ":18: error data-loss: drops table c");
    }

    @Test
    void what_cannot_be_judged_is_said_and_fails_only_if_asked_to() {
        second("op.withConnection(connection -> {}); op.backfill(\"t_aaaa\", \"id\", \"1\");", "");

        assertThat(terminal.ok("lint")).isEqualTo("""
                src/main/java/migrations/M_bbbb.java:11: info unjudged: Java code in withConnection
                2 migrations linted: 1 for information.
                """);
        assertThat(terminal.autogen("lint", "--fail-on", "info").exit()).isEqualTo(1);
    }

    @Test
    void a_backfill_that_nobody_has_written_is_a_warning() {
        second("op.backfill(\"t_aaaa\", \"id\", todo(\"what do old rows hold?\"));", "");

        assertThat(terminal.autogen("lint")).returns(1, Terminal.Outcome::exit).returns("""
                        src/main/java/migrations/M_bbbb.java:11: warning open-backfill: t_aaaa.id is not filled where \
                        there are rows: what do old rows hold?
                        2 migrations linted: 1 warning.
                        """, Terminal.Outcome::out);
    }

    @Test
    void a_downgrade_may_undo_its_upgrade_but_not_drop_what_that_has_not_made() {
        second("op.createTable(\"b\", column(\"id\", bigint()));", """
                op.dropTable("b");
                op.dropTable("t_aaaa");""");

        assertThat(terminal.autogen("lint", "bbbb"))
                .returns(1, Terminal.Outcome::exit)
                .satisfies(outcome -> assertThat(outcome.out())
                        .contains(FILE + ":17: error data-loss: downgrade drops table t_aaaa")
                        .doesNotContain("drops table b"));
    }

    @Test
    void what_an_author_accepts_on_class_or_method_does_not_fail() {
        project.write(FILE, """
                package migrations;
                import dev.autogen.migration.*;

                @Revision(id = "bbbb", revises = "aaaa")
                @Accept(value = "unjudged", because = "read twice")
                public final class M_bbbb implements Migration {
                    private static final String WHY = "nobody reads it";

                    @Override
                    @Accept(value = "data-loss", because = WHY)
                    public void upgrade(Operations op) {
                        drop(op);
                        op.execute("VACUUM");
                    }

                    private void drop(Operations op) {
                        op.dropTable("t_aaaa");
                    }
                }
                """);

        String out = terminal.ok("lint");

        assertThat(out)
                .contains("M_bbbb.java:17: error data-loss: drops table t_aaaa", "    accepted: nobody reads it\n");
        assertThat(out).contains("M_bbbb.java:13: info unjudged: raw SQL in execute", "    accepted: read twice\n");
    }

    @Test
    void an_acceptance_may_speak_of_one_table_or_column_alone() {
        project.write(FILE, """
                package migrations;
                import dev.autogen.migration.*;

                @Revision(id = "bbbb", revises = "aaaa")
                @Accept(value = "data-loss", on = "users.phone", because = "nobody calls")
                @Accept(value = "data-loss", on = "teams", because = "all have left")
                @Accept(value = "data-loss", on = "users.fax", because = "nobody has one")
                public final class M_bbbb implements Migration {
                    @Override public void upgrade(Operations op) {
                        op.dropColumn("users", "phone");
                        op.dropColumn("users", "email");
                        op.dropColumn("teams", "name");
                    }
                }
                """);

        assertThat(terminal.autogen("lint", "bbbb").out()).isEqualTo("""
                src/main/java/migrations/M_bbbb.java:10: error data-loss: drops users.phone
                    accepted: nobody calls
                src/main/java/migrations/M_bbbb.java:11: error data-loss: drops users.email
                src/main/java/migrations/M_bbbb.java:12: error data-loss: drops teams.name
                    accepted: all have left
                src/main/java/migrations/M_bbbb.java:7: warning unused-accept: @Accept("data-loss") accepts what does \
                not occur on users.fax; take it away
                1 migration linted: 1 error, 1 warning; 2 accepted.
                """);
    }

    @Test
    void rows_that_an_update_fills_hold_no_nulls() {
        second("""
                for (String column : new String[] {"email", "phone", "fax", "name"}) {
                    op.addColumn("t_aaaa", column(column, text()));
                }
                op.backfill("t_aaaa", "email", "''");
                op.alterColumn("t_aaaa", "email").notNull();
                op.execute("update \\"t_aaaa\\" set Phone = coalesce(mobile, '-') /* all */ where phone is null;");
                op.alterColumn("t_aaaa", "phone").notNull();
                op.execute("update t_aaaa set fax = '' where fax is null and id > 5");
                op.alterColumn("t_aaaa", "fax").notNull();
                op.execute("update t_aaaa set name = null where name is null");
                op.alterColumn("t_aaaa", "name").notNull();""", "");

        assertThat(terminal.autogen("lint", "bbbb").out())
                .contains("may-fail: fails if t_aaaa.fax holds nulls", "may-fail: fails if t_aaaa.name holds nulls")
                .doesNotContain("fails if t_aaaa.email", "fails if t_aaaa.phone");
    }

    @Test
    void an_acceptance_of_what_does_not_occur_is_a_finding_of_its_own() {
        project.write(FILE, """
                package migrations;
                import dev.autogen.migration.*;

                @Revision(id = "bbbb", revises = "aaaa")
                public final class M_bbbb implements Migration {
                    @Accept(value = "data-loss", because = "it was there once")
                    @Override public void upgrade(Operations op) {}
                }
                """);

        assertThat(terminal.autogen("lint")).returns(1, Terminal.Outcome::exit).returns("""
                        src/main/java/migrations/M_bbbb.java:6: warning unused-accept: @Accept("data-loss") accepts what \
                        does not occur in upgrade(); take it away
                        2 migrations linted: 1 warning.
                        """, Terminal.Outcome::out);
        assertThat(terminal.autogen("lint", "--fail-on", "error").exit()).isZero();
    }

    @Test
    void acceptances_that_make_no_sense_are_refused_with_their_lines() {
        project.write(FILE, """
                package migrations;
                import dev.autogen.migration.*;

                @Revision(id = "bbbb", revises = "aaaa")
                @Accept(value = "data-los", because = "a typing mistake")
                @Accept(value = "may-fail", because = " ")
                public final class M_bbbb implements Migration {
                    @Override public void upgrade(Operations op) {}
                }
                """);

        terminal.autogen("lint")
                .fails(
                        2,
                        "M_bbbb.java:5: there is no hazard 'data-los'; the nearest name is data-loss",
                        "M_bbbb.java:6: it does not say why may-fail is accepted");
        assertThat(terminal.autogen("lint", "aaaa").exit()).isZero();
    }

    @Test
    void a_migration_that_cannot_say_what_it_does_is_a_finding_beside_those_of_the_others() {
        second("op.createIndex(\"ix\", \"t_aaaa\");", "throw new IllegalStateException(\"no way\");");
        project.migration("cccc", List.of("bbbb"), "op.dropTable(\"t_aaaa\");", "");

        Terminal.Outcome outcome = terminal.autogen("lint");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(
                        FILE + ":11: error broken-migration: cannot say what it does: createIndex(\"ix\", \"t_aaaa\")")
                .contains(FILE + ":16: error broken-migration: downgrade cannot say what it does:"
                        + " java.lang.IllegalStateException: no way")
                .contains("M_cccc.java:11: error data-loss: drops table t_aaaa");
    }

    @Test
    void what_cannot_be_looked_at_is_told_with_its_place() {
        terminal.autogen("lint", "zzzz").fails(5, "There is no revision 'zzzz'");
        terminal.autogen("lint", "current").fails(2, "'current' depends on where the database is");
        terminal.autogen("lint", "base").fails(5, "before every revision");
        terminal.autogen("lint", "--format", "sql").fails(2, "`lint` does not print --format sql");
        second("op.dropTabel(\"t\");", "");

        terminal.autogen("lint").fails(5, "M_bbbb.java:11: ", "dropTabel");
    }

    @Test
    void a_range_holds_both_its_ends() {
        second("", "");
        project.migration("cccc", "bbbb");

        assertThat(terminal.ok("lint", "bbbb:cccc")).startsWith("2 migrations linted");
        assertThat(terminal.ok("lint", "aaaa", "aaaa:bbbb")).startsWith("2 migrations linted");
    }

    @Test
    void sarif_has_rules_with_the_text_of_their_pages_and_lines_below_the_project() throws IOException {
        second("op.dropTable(\"t_aaaa\");", "op.execute(\"SELECT 1\");");
        Path report = directory.resolve("build/lint.sarif");

        Terminal.Outcome outcome = terminal.autogen("lint", "--format", "sarif", "--output", report.toString());

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        JsonNode run = new ObjectMapper().readTree(report.toFile()).at("/runs/0");
        JsonNode result = run.at("/results/0");
        JsonNode rule = run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt());
        assertThat(rule.get("id").asText())
                .isEqualTo("data-loss")
                .isEqualTo(result.get("ruleId").asText());
        assertThat(rule.at("/help/markdown").asText())
                .isEqualTo(rule.at("/help/text").asText())
                .startsWith("# data-loss\n")
                .contains("## The safe way")
                .doesNotContain(".md)");
        assertThat(result.get("level").asText()).isEqualTo("error");
        assertThat(result.at("/locations/0/physicalLocation").toString()).isEqualTo("""
                {"artifactLocation":{"uri":"%s","uriBaseId":"%%SRCROOT%%"},"region":{"startLine":11}}""".formatted(FILE));
        assertThat(run.findValuesAsText("level")).containsOnlyOnce("note");
    }

    @Test
    void junit_has_a_test_for_each_finding_and_each_clean_migration() throws Exception {
        second("op.dropTable(\"t_aaaa\");", "op.execute(\"SELECT 1 -- \\u0001\");");

        String xml = terminal.autogen("lint", "--format", "junit").out();

        Element suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(suites.getAttribute("failures"))
                .isEqualTo(String.valueOf(suites.getElementsByTagName("failure").getLength()));
        assertThat(suites.getAttribute("tests"))
                .isEqualTo(
                        String.valueOf(suites.getElementsByTagName("testcase").getLength()));
        assertThat(xml)
                .contains("<testcase classname=\"src/main/java/migrations/M_aaaa.java\" name=\"aaaa (Makes aaaa)\"/>")
                .contains("<failure type=\"data-loss\" message=\"drops table t_aaaa")
                .contains("<skipped message=\"downgrade raw SQL in execute(");
    }

    @Test
    void github_annotates_the_lines_of_what_nobody_accepts() {
        second("op.dropTable(\"t_aaaa\");", "");

        assertThat(terminal.autogen("lint", "--format", "github").out())
                .startsWith("::error file=" + FILE + ",line=11,title=lint%3A data-loss::drops table t_aaaa");
    }

    @Test
    void json_says_all_that_is_known_of_a_finding() {
        second("op.execute(\"SELECT 1\");", "");

        assertThat(terminal.ok("lint", "--format", "json", "bbbb")).isEqualTo("""
                {
                  "failed": false,
                  "linted": "1 migration: bbbb",
                  "migrations": 1,
                  "findings": [
                    {
                      "id": "unjudged",
                      "severity": "info",
                      "message": "raw SQL in execute(\\"SELECT 1\\")",
                      "revision": "bbbb",
                      "direction": "upgrade",
                      "file": "src/main/java/migrations/M_bbbb.java",
                      "line": 11,
                      "page": "docs/commands.md"
                    }
                  ],
                  "warnings": []
                }
                """);
    }
}
