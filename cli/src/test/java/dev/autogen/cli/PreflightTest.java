package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code upgrade --preflight}, {@code downgrade --preflight}, and what {@code -m} says of the data. */
class PreflightTest {
    @TempDir
    private Path directory;

    private TestDatabase database;
    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void prepare() throws Exception {
        database = PostgresForTests.freshDatabase();
        database.execute(
                "CREATE TABLE thing (id bigint PRIMARY KEY, name varchar(255))",
                "INSERT INTO thing VALUES (17, NULL), (18, 'x'), (42, NULL)");
        project = new SmallProject(directory);
        terminal = Terminal.in(directory).on(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_run_that_rows_stand_in_the_way_of_is_told_before_and_nothing_is_run() throws Exception {
        project.migration(
                "a",
                List.of(),
                "op.alterColumn(\"thing\", \"name\").notNull();",
                "op.alterColumn(\"thing\", \"name\").nullable();");
        Terminal.Outcome outcome = terminal.autogen("upgrade", "--preflight");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out().replaceAll("\\d+\\.\\d s", "T s")).isEqualTo("""
                thing.name: 2 rows hold null (id 17, 42); migration a sets NOT NULL (M_a.java:11)
                Preflight: 1 thing is in the way (1 probe, T s)
                """);
        assertThat(terminal.ok("current")).isEqualTo("base: no migration is applied\n");

        JsonNode json = new ObjectMapper()
                .readTree(terminal.autogen("upgrade", "--preflight", "--format", "json")
                        .out());
        assertThat(json.at("/blocked").booleanValue()).isTrue();
        assertThat(json.at("/findings/0/kind").textValue()).isEqualTo("null");
        assertThat(json.at("/findings/0/keys").toString()).isEqualTo("[[\"17\"],[\"42\"]]");
        assertThat(json.at("/findings/0/migration/line").intValue()).isEqualTo(11);

        database.execute("UPDATE thing SET name = '-' WHERE name IS NULL");
        assertThat(terminal.ok("upgrade", "--preflight")).startsWith("Preflight: nothing in the way (1 probe, ");
        terminal.ok("upgrade");
        assertThat(terminal.ok("upgrade", "--preflight")).startsWith("Preflight: nothing in the way (0 probes, ");
        assertThat(terminal.ok("downgrade", "base", "--preflight"))
                .startsWith("Preflight: nothing in the way (0 probes, ");
    }

    @Test
    void a_new_migration_is_held_against_the_rows() throws Exception {
        project.type("""
                @Entity
                public class Thing {
                    @Id
                    Long id;
                    @Column(nullable = false, length = 100)
                    String name;
                }
                """);
        Terminal looking = terminal.without("AUTOGEN_NO_PREFLIGHT");
        Terminal.Outcome outcome = looking.autogen("-m", "names are there");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err())
                .contains("warning: Preflight: 1 thing is in the way (")
                .contains("  thing.name: 2 rows hold null (id 17, 42); migration ");
    }

    @Test
    void what_does_not_go_together_is_refused() {
        terminal.autogen("upgrade", "--preflight", "--dry-run").fails(2, "--preflight runs nothing", "--dry-run");
        terminal.autogen("upgrade", "--format", "json").fails(2, "--format", "add --preflight");
        terminal.autogen("upgrade", "--probe-timeout", "1s").fails(2, "--probe-timeout", "add --preflight");
        terminal.autogen("upgrade", "--preflight", "--probe-timeout", "0").fails(2, "probe-timeout", "no time at all");
        terminal.autogen("upgrade", "--preflight", "--sample-over", "many").fails(2, "sample-over", "no number");
        terminal.autogen("upgrade", "--preflight", "--schemas-from", "select 'public'")
                .fails(2, "--preflight is for one database and schema");
    }
}
