package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.ShopProject;
import dev.autogen.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new migration is run up, down and up again on a copy before anyone reads it. */
class ProofTest {
    private static final String PROVED = """
            Proved on a scratch copy (PostgreSQL %d): upgrade gives what the entities say, downgrade gives back what \
            was there, upgrade works again.
              downgrade loses: products (a new table)
            """;

    @TempDir
    private Path directory;

    private TestDatabase database;
    private ShopProject shop;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        database = PostgresForTests.freshDatabase();
        shop = ShopProject.copyTo(directory.resolve("shop"));
        terminal = Terminal.in(shop.directory()).on(database).without("AUTOGEN_NO_PROOF");
        terminal.ok("upgrade", "head");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_new_migration_is_proved_on_a_scratch_server_and_the_database_is_left_alone() throws Exception {
        List<String> before = database.query("select relname from pg_class order by 1");
        assertThat(terminal.with("AUTOGEN_SCRATCH_URL", database.jdbcUrl()).ok("-m", "add products table"))
                .endsWith(PROVED.formatted(PostgresForTests.majorVersion()));
        assertThat(database.query("select relname from pg_class order by 1")).isEqualTo(before);
        assertThat(database.query("select datname from pg_database where datname like 'autogen_proof%'"))
                .isEmpty();
        assertThat(migration())
                .contains(
                        " *\n * <p>Proved on PostgreSQL %d: upgrade, downgrade, upgrade. Downgrade loses products.\n */"
                                .formatted(PostgresForTests.majorVersion()));
    }

    @Test
    void without_a_scratch_server_an_embedded_one_proves_it() {
        assertThat(terminal.ok("-m", "add products table")).contains("Proved on a scratch copy");
    }

    @Test
    void what_cannot_be_copied_is_said_and_written_into_the_class() throws Exception {
        Terminal.Outcome outcome = terminal.with("AUTOGEN_SCRATCH_URL", "postgres://nobody@127.0.0.1:1/none")
                .autogen("-m", "add products table");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).contains("not proved: the scratch database failed");
        assertThat(migration()).contains("not proved: the scratch database failed");
        Files.delete(newest());
        assertThat(terminal.with("AUTOGEN_SCRATCH_URL", "postgres://nobody@127.0.0.1:1/none")
                        .autogen("-m", "add products table", "--proof=required")
                        .exit())
                .isEqualTo(1);
    }

    private String migration() throws IOException {
        return Files.readString(newest());
    }

    private Path newest() throws IOException {
        try (Stream<Path> files = Files.list(shop.directory().resolve("src/main/java/migrations"))) {
            return files.max(Path::compareTo).orElseThrow();
        }
    }
}
