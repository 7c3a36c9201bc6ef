package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralSchemasTest {
    @TempDir
    private Path directory;

    @Test
    void a_schema_that_an_entity_names_is_created_compared_and_dropped_again() throws SQLException {
        SmallProject project = new SmallProject(directory);
        project.type(SmallProject.THING);
        project.type("""
                @Entity
                @Table(name = "events", schema = "audit")
                public class Event {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                    @ManyToOne Thing thing;
                }
                """);
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            Terminal terminal = Terminal.in(directory)
                    .on(database)
                    .without("AUTOGEN_NO_PROOF")
                    .with("AUTOGEN_SCRATCH_URL", database.jdbcUrl());
            assertThat(terminal.ok("-m", "first"))
                    .contains("op.createSchema(\"audit\");")
                    .contains("op.inSchema(\"audit\").createTable(\"events\",")
                    .contains("Proved on a scratch copy");
            terminal.ok("upgrade", "head");
            assertThat(terminal.ok("check")).isEqualTo("Entities and database agree.\n");
            terminal.ok("downgrade", "base");
            assertThat(database.query("select nspname from pg_namespace where nspname = 'audit'"))
                    .isEmpty();
        }
    }
}
