package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.Psql;
import dev.autogen.fixtures.ShopProject;
import dev.autogen.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code diff} and {@code check} print: the same difference in every format, whole. */
class FormatsTest {
    @TempDir
    private Path directory;

    private TestDatabase database;
    private ShopProject shop;
    private Terminal terminal;

    /** The entities are at the committed migration but for a new name of one column and a new column. */
    @BeforeEach
    void prepare() throws IOException {
        database = PostgresForTests.freshDatabase();
        shop = ShopProject.copyTo(directory.resolve("shop"));
        terminal = Terminal.in(shop.directory()).on(database);
        Path entities = shop.directory().resolve("src/main/java/com/example/shop");
        Files.delete(entities.resolve("Product.java"));
        Path company = entities.resolve("Company.java");
        Files.writeString(
                company,
                Files.readString(company).replace("name = \"fax\", length = 30", "name = \"telefax\", length = 30"));
        terminal.ok("upgrade", "head");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void text() {
        assertThat(terminal.ok("diff")).isEqualTo("""
                + column companies.telefax (varchar(30))  [src/main/java/com/example/shop/Company.java:31]
                - column companies.fax  [src/main/java/com/example/shop/Company.java:17]
                    HAZARD data-loss: drops companies.fax (empty)
                note: companies has fax and the model telefax (same type varchar(30), same place, similar name); if that is a rename, say --rename \
                companies.fax=telefax
                2 differences between entities and database.
                """);
    }

    @Test
    void json() {
        String json = terminal.ok("diff", "--format", "json");

        assertThat(json).isEqualTo("""
                {
                  "drift": true,
                  "differences": [
                    {
                      "text": "+ column companies.telefax (varchar(30))",
                      "change": "added",
                      "kind": "column",
                      "name": "companies.telefax",
                      "table": "companies",
                      "column": "telefax",
                      "file": "src/main/java/com/example/shop/Company.java",
                      "line": 31,
                      "reasons": [],
                      "hazards": [],
                      "sql": [
                        "ALTER TABLE public.companies ADD COLUMN telefax varchar(30)"
                      ]
                    },
                    {
                      "text": "- column companies.fax",
                      "change": "removed",
                      "kind": "column",
                      "name": "companies.fax",
                      "table": "companies",
                      "column": "fax",
                      "file": "src/main/java/com/example/shop/Company.java",
                      "line": 17,
                      "reasons": [],
                      "hazards": [
                        {
                          "id": "data-loss",
                          "severity": "error",
                          "message": "drops companies.fax (empty)"
                        }
                      ],
                      "sql": [
                        "ALTER TABLE public.companies DROP COLUMN fax"
                      ]
                    }
                  ],
                  "notices": [
                    {
                      "kind": "possible-rename",
                      "message": "companies has fax and the model telefax (same type varchar(30), same place, similar name); if that is a rename, say \
                --rename companies.fax=telefax"
                    }
                  ],
                  "warnings": []
                }
                """);
        assertThat(terminal.autogen("check", "--format", "json"))
                .returns(1, Terminal.Outcome::exit)
                .returns(json, Terminal.Outcome::out);
    }

    @Test
    void sql() {
        assertThat(terminal.ok("diff", "--format", "sql")).isEqualTo("""
                ALTER TABLE public.companies ADD COLUMN telefax varchar(30);
                ALTER TABLE public.companies DROP COLUMN fax;
                """);
    }

    @Test
    void markdown() {
        assertThat(terminal.ok("diff", "--format", "markdown")).isEqualTo("""
                ### 2 differences between entities and database

                | change | hazards | asked for by |
                | --- | --- | --- |
                | `+ column companies.telefax (varchar(30))` |  | src/main/java/com/example/shop/Company.java:31 |
                | `- column companies.fax` | **data-loss** drops companies.fax (empty) | \
                src/main/java/com/example/shop/Company.java:17 |

                > companies has fax and the model telefax (same type varchar(30), same place, similar name); if that is a rename, say --rename \
                companies.fax=telefax

                Before:

                ```mermaid
                erDiagram
                    "companies" {
                        bigint id PK
                        varchar(150) name UK
                        varchar(20) vat_number
                        varchar(30) fax "goes"
                        timestamptz(6) created_at
                    }
                ```

                After:

                ```mermaid
                erDiagram
                    "companies" {
                        bigint id PK
                        varchar(150) name UK
                        varchar(20) vat_number
                        timestamptz(6) created_at
                        varchar(30) telefax "new"
                    }
                ```
                """);
    }

    @Test
    void github_annotations_point_at_entity_lines() {
        Terminal.Outcome outcome = terminal.autogen("check", "--format", "github");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo("""
                ::error file=src/main/java/com/example/shop/Company.java,line=31,\
                title=entities and database differ::+ column companies.telefax (varchar(30))
                ::error file=src/main/java/com/example/shop/Company.java,line=17,\
                title=entities and database differ::- column companies.fax
                ::notice title=autogen::companies has fax and the model telefax (same type varchar(30), same place, similar name); if that is a rename, say \
                --rename companies.fax=telefax
                """);
    }

    @Test
    void junit_has_a_test_that_fails_for_each_difference() {
        Terminal.Outcome outcome = terminal.autogen("check", "--format", "junit");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="autogen check" tests="3" failures="2" errors="0" skipped="1">
                  <testsuite name="autogen check" tests="3" failures="2" errors="0" skipped="1">
                    <testcase classname="companies" name="+ column companies.telefax (varchar(30))" \
                file="src/main/java/com/example/shop/Company.java" line="31">
                      <failure type="drift" message="+ column companies.telefax (varchar(30))">\
                src/main/java/com/example/shop/Company.java:31: + column companies.telefax (varchar(30))
                ALTER TABLE public.companies ADD COLUMN telefax varchar(30);</failure>
                    </testcase>
                    <testcase classname="companies" name="- column companies.fax" \
                file="src/main/java/com/example/shop/Company.java" line="17">
                      <failure type="drift" message="- column companies.fax">\
                src/main/java/com/example/shop/Company.java:17: - column companies.fax
                HAZARD data-loss: drops companies.fax (empty)
                ALTER TABLE public.companies DROP COLUMN fax;</failure>
                    </testcase>
                    <testcase classname="autogen" name="companies has fax and the model telefax (same type varchar(30), same place, similar name); if that \
                is a rename, say --rename companies.fax=telefax">
                      <skipped message="companies has fax and the model telefax (same type varchar(30), same place, similar name); if that is a rename, say \
                --rename companies.fax=telefax"/>
                    </testcase>
                  </testsuite>
                </testsuites>
                """);
    }

    @Test
    void sarif_has_a_result_for_each_difference_and_each_hazard() throws IOException {
        Terminal.Outcome outcome = terminal.autogen("check", "--format", "sarif");

        assertThat(outcome.exit()).isEqualTo(1);
        JsonNode run = new ObjectMapper().readTree(outcome.out()).at("/runs/0");
        assertThat(run.at("/results").findValuesAsText("ruleId"))
                .containsExactly("drift", "drift", "data-loss", "possible-rename");
        assertThat(run.at("/tool/driver/rules").findValues("help"))
                .extracting(
                        help -> help.get("text").asText().lines().findFirst().orElseThrow())
                .containsExactly(
                        "The database is not what it is to be; `autogen diff` says what would be done.",
                        "# data-loss",
                        "What else there is to know of the comparison.");
        assertThat(run.at("/results/0/locations/0").toString()).isEqualTo("""
                {"physicalLocation":{"artifactLocation":{"uri":"src/main/java/com/example/shop/Company.java",\
                "uriBaseId":"%SRCROOT%"},"region":{"startLine":31}},\
                "logicalLocations":[{"fullyQualifiedName":"companies.telefax","kind":"column"}]}""");
    }

    @Test
    void a_report_in_a_file_leaves_standard_output_alone() {
        Path file = directory.resolve("reports/drift.json");

        Terminal.Outcome outcome = terminal.autogen("check", "--format", "json", "--output", file.toString());

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(file).hasContent(terminal.ok("diff", "--format", "json"));
    }

    @Test
    void only_diff_with_exit_code_ends_with_1() {
        assertThat(terminal.autogen("diff", "--exit-code").exit()).isEqualTo(1);
        terminal.ok("-m", "telefax");
        terminal.ok("upgrade", "head");
        assertThat(terminal.autogen("diff", "--exit-code").exit()).isZero();
    }

    @Test
    void a_rename_nobody_told_of_is_a_drop_and_an_add_with_a_note_that_names_the_option() {
        Terminal.Outcome outcome = terminal.autogen("-m", "telefax");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).contains("--rename companies.fax=telefax");
        assertThat(outcome.out()).contains("""
                            // Company.java:31
                            op.addColumn("companies", column("telefax", varchar(30)));
                            // Company.java:17
                            // HAZARD data-loss: drops companies.fax (empty)
                            op.dropColumn("companies", "fax");
                        """);
    }

    @Test
    void sql_that_psql_runs_leaves_nothing_to_compare() throws SQLException {
        shop = ShopProject.copyTo(directory.resolve("later"));
        shop.apply(11);
        terminal = Terminal.in(shop.directory()).on(database).with("AUTOGEN_RENAME", "customers.name=full_name");

        Psql.run(terminal.ok("diff", "--format", "sql"), database);

        assertThat(terminal.without("AUTOGEN_RENAME").ok("check")).isEqualTo("Entities and database agree.\n");
    }

    @Test
    void agreement_has_a_form_in_every_format() {
        terminal.ok("-m", "telefax");
        terminal.ok("upgrade", "head");

        assertThat(terminal.ok("diff")).isEqualTo("Entities and database agree.\n");
        assertThat(terminal.ok("diff", "--format", "sql")).isEmpty();
        assertThat(terminal.ok("diff", "--format", "markdown")).isEqualTo("### Entities and database agree\n");
        assertThat(terminal.ok("check", "--format", "github")).isEmpty();
        assertThat(terminal.ok("check", "--format", "junit"))
                .contains("<testcase classname=\"autogen\" name=\"Entities and database agree\"/>");
        assertThat(terminal.ok("diff", "--format", "json")).isEqualTo("""
                        {
                          "drift": false,
                          "differences": [],
                          "notices": [],
                          "warnings": []
                        }
                        """);
    }
}
