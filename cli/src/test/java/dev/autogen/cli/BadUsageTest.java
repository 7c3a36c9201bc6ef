package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong words on the command line and in configuration files: exit code 2 and what would have been right. */
class BadUsageTest {
    @TempDir
    private Path directory;

    private TestDatabase database;
    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        database = PostgresForTests.freshDatabase();
        project = new SmallProject(directory);
        project.type(SmallProject.THING);
        terminal = Terminal.in(directory).on(database);
    }

    @AfterEach
    void close() {
        assertThat(project.migrations()).isEmpty();
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chekc | chekc",
                "check --formt json | --formt",
                "check --format yaml | yaml",
                "check --format sql | `check` does not print --format sql",
                "diff --format github | `diff` does not print --format github",
                "upgrade a b | b",
                "downgrade | REV",
                "-m | --message",
                "revision | --message",
                "--project | --project",
                "--lock-timeout soon current | soon",
                "--rename a diff | KEY=VALUE",
                "--rename a=b=c -m x | a=b=c",
                "--include-class ( check | --include-class",
                "--package 1.x -m x | --package",
                "--project no/such/directory -m x | no/such/directory"
            })
    void wrong_words(String line, String word) {
        Terminal.Outcome outcome = terminal.autogen(line.split(" "));
        assertThat(outcome.exit()).as(outcome.err() + outcome.out()).isEqualTo(2);
        assertThat(outcome.err()).contains(word).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void nothing_at_all() {
        Terminal.Outcome outcome = terminal.autogen();
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("-m MESSAGE");
    }

    @Test
    void an_unknown_key_of_the_configuration_file() {
        project.write("autogen.properties", "# comment\nshcema=app\n");
        terminal.autogen("check").fails(2, "autogen.properties:2", "shcema", "schema");
    }

    @Test
    void a_configuration_file_that_cannot_be_read() {
        project.write("autogen.properties", "schema=\\u12\n");
        terminal.autogen("check").fails(2, "autogen.properties");
    }

    @Test
    void an_application_file_that_is_no_yaml() {
        project.write("src/main/resources/application.yml", "spring:\n\t- : [\n");
        terminal.without("DATABASE_URL").autogen("check").fails(2, "application.yml");
    }

    @Test
    void a_rename_of_what_is_not_there() {
        terminal.autogen("-m", "x", "--rename", "nowhere=thing").fails(2, "nowhere");
        terminal.autogen("-m", "x", "--rename", "thing.nope=name").fails(2, "thing");
        terminal.autogen("diff", "--rename", "thing.nope=nor_this").fails(2, "thing");
    }

    @Test
    void a_password_file_that_is_not_there() {
        terminal.autogen("check", "--password-file", "no/such/file").fails(2, "no/such/file does not exist");
    }
}
