package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What teams decide of the files that are written, and what runs after one was written. No database takes part. */
class WrittenFilesTest {
    @TempDir
    private Path directory;

    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        project = new SmallProject(directory);
        terminal = Terminal.in(directory);
    }

    @Test
    void a_migration_is_named_and_placed_as_the_settings_say_and_found_again() throws IOException {
        project.write("licence.txt", "Copyright \u00a9 the shop.\n\n  See */ LICENCE \\u0041.\n");
        project.write("autogen.properties", """
                class-name = V{time}__{message}_{id}
                package-per-year = true
                header = licence.txt
                """);

        terminal.ok("revision", "-m", "fill phones", "--rev-id", "first_one");
        terminal.ok("revision", "-m", "fill more", "--package-per-year");

        List<Path> files = files();
        assertThat(files)
                .extracting(file -> directory.relativize(file).toString())
                .satisfiesExactlyInAnyOrder(
                        file -> assertThat(file)
                                .matches("src/main/java/migrations/y\\d{4}/V\\d{14}__FillPhones_first_one.java"),
                        file -> assertThat(file)
                                .matches("src/main/java/migrations/y\\d{4}/V\\d{14}__FillMore_[0-9a-f]{12}.java"));
        assertThat(Files.readString(files.get(0))).startsWith("""
                /*
                 * Copyright \u00a9 the shop.
                 *
                 *   See * / LICENCE \\\\u0041.
                 */
                package migrations.y""");
        assertThat(terminal.ok("history")).contains("first_one -> ").contains("<base> -> first_one, Fill phones");
        assertThat(terminal.ok("upgrade", ":head", "--sql"))
                .contains("(Fill phones,")
                .contains("(Fill more,");
    }

    @Test
    void a_header_that_is_a_comment_stays_as_it_is() throws IOException {
        project.write("licence.txt", "// Copyright the shop.\n// All rights reserved.\n");

        terminal.ok("revision", "-m", "x", "--header", "licence.txt");

        assertThat(Files.readString(files().get(0)))
                .startsWith("// Copyright the shop.\n// All rights reserved.\npackage migrations;\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {message}           | has {message} before {time}, so that files would not sort as the history goes
            M{id}_{time}        | has {id} before {time}
            Migration           | lacks {time}, by which files sort and names differ
            {time}_{message}    | no class of Java begins with a digit: put a letter before it
            M{time}-{message}   | has a character that the name of a class cannot have
            M{time}_{author}    | has {author}, which stands for nothing: there are {time}, {id} and {message}
            M{time}{time}       | has {time} more than once
            """)
    void a_template_that_gives_no_useful_names_is_refused(String template, String reason) {
        terminal.autogen("revision", "-m", "x", "--class-name", template).fails(2, "class-name", template, reason);

        assertThat(project.migrations()).isEmpty();
    }

    @Test
    void a_header_that_is_no_comment_to_its_end_is_refused() {
        project.write("licence.txt", "/* Copyright */ class Sneaky {}");

        terminal.autogen("revision", "-m", "x", "--header", "licence.txt")
                .fails(2, "header", "begins with /*, but its first */ is not its end");
        terminal.autogen("revision", "-m", "x", "--header", "none.txt").fails(2, "none.txt does not exist");
    }

    @Test
    void a_moved_migration_keeps_the_form_of_its_name() {
        terminal = terminal.with("AUTOGEN_CLASS_NAME", "Change{time}").with("AUTOGEN_NO_PROOF", "true");
        terminal.ok("revision", "-m", "a", "--rev-id", "a");
        terminal.ok("revision", "-m", "b", "--rev-id", "b");
        terminal.ok("revision", "-m", "c", "--rev-id", "c", "--head", "a", "--splice");

        terminal.ok("rebase", "b", "--onto", "c");

        assertThat(project.migrations()).hasSize(3).allMatch(name -> name.matches("Change\\d{14}\\.java"));
        assertThat(terminal.ok("heads")).contains("-> b (head), B");
    }

    @Test
    void commands_run_after_a_migration_was_written() throws IOException {
        project.write("autogen.properties", """
                post-write = sh -c 'echo "// formatted" >> "$0"; echo one of two' "{file}"; \\
                        sh -c 'cp "$0" "copy of it"; pwd' {file}
                """);

        Terminal.Outcome outcome = terminal.autogen("revision", "-m", "x");

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err().lines())
                .containsExactly("one of two", directory.toRealPath().toString());
        assertThat(outcome.out()).endsWith("}\n// formatted\n");
        assertThat(directory.resolve("copy of it")).hasSameTextualContentAs(files().get(0));
    }

    @Test
    void a_command_that_fails_is_told_the_rest_is_left_out_and_the_file_is_kept() {
        Terminal.Outcome outcome = terminal.autogen(
                "revision",
                "-m",
                "x",
                "--post-write",
                "sh -c 'echo no such style; exit 3'",
                "--post-write",
                "touch ran");

        outcome.fails(
                1,
                "The command sh -c 'echo no such style; exit 3' (option --post-write)",
                "ended with 3",
                "The file is kept: ");
        assertThat(outcome.err()).startsWith("no such style\n");
        assertThat(project.migrations()).hasSize(1);
        assertThat(directory.resolve("ran")).doesNotExist();
        terminal.autogen("revision", "-m", "y", "--post-write", "no-such-program {file}")
                .fails(1, "no-such-program {file}", "cannot be run", "no shell looks at it");
    }

    @Test
    void a_command_with_an_open_quote_is_refused_before_anything_is_written() {
        terminal.autogen("revision", "-m", "x", "--post-write", "echo 'a").fails(2, "post-write", "a quote that");

        assertThat(project.migrations()).isEmpty();
    }

    @Test
    void commands_run_for_every_command_that_writes() throws IOException {
        terminal = terminal.with("AUTOGEN_POST_WRITE", "sh -c 'echo $0 >> written' {file}");
        terminal.ok("revision", "-m", "a", "--rev-id", "a");
        terminal.ok("revision", "-m", "b", "--rev-id", "b");
        terminal.ok("revision", "-m", "c", "--rev-id", "c", "--head", "a", "--splice");
        terminal.ok("rebase", "c", "--onto", "b");
        terminal.ok("revision", "-m", "d", "--rev-id", "d", "--head", "b", "--splice");
        terminal.ok("merge", "heads", "-m", "joined");

        assertThat(Files.readAllLines(directory.resolve("written")))
                .extracting(line -> line.replaceAll(".*/M\\d{14}_|\\.java", ""))
                .containsExactly("A", "B", "C", "C", "D", "Joined");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("src/main/java/migrations"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
