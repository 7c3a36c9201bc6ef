package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that nobody foresaw: the class compiles, runs, and its history line stays one line. */
class BadMessageTest {
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
        database.close();
    }

    static List<String> messages() {
        return List.of(
                "drop */ public class Evil { /*",
                "say \"hello\" and 'bye' \\ {@link x} <script> &amp; @param",
                "\\u002a\\u002f class X {} \\u000a",
                "\\",
                "\u00fcberm\u00e4\u00dfig \u540d\u524d \ud83d\ude00 \u202eright to left",
                "\u540d\u524d",
                "\ud83d lone surrogate",
                "!!! ??? ***",
                "first line\nsecond line\r\n\r\n\tthird\n@Revision(id = \"x\")",
                "bell \u0007 escape \u001b[31m null \u0000 delete \u007f feed \u000c c1 \u0085",
                "class",
                "...",
                "$dollar ${x} %s %n",
                "-",
                "\u00a0\u2003x");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void becomes_a_class_that_compiles_and_a_line_of_the_history(String message) {
        Terminal.Outcome written = terminal.autogen("-m", message);
        assertThat(written.exit()).as(written.err()).isZero();
        assertThat(written.out() + written.err()).doesNotContain("\u001b").doesNotContain("\u0007");
        assertThat(project.migrations()).hasSize(1).first().asString().matches("M\\d{14}_[A-Za-z0-9]{1,60}\\.java");
        assertThat(project.onlyMigration()).doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f]");
        terminal.ok("upgrade");
        assertThat(terminal.ok("history").lines()).hasSize(1).first().asString().startsWith("<base> -> ");
        terminal.ok("check");
        terminal.ok("downgrade", "base");
    }

    @Test
    void five_thousand_characters() {
        String message = "add a \"table\" of things */ ".repeat(185).strip() + "xxxxxx";
        assertThat(message).hasSize(5000);
        terminal.ok("-m", message);
        assertThat(project.migrations())
                .hasSize(1)
                .first()
                .asString()
                .matches("M\\d{14}_AddATableOfThingsAddATableOfThings\\w*\\.java")
                .hasSizeLessThan(90);
        assertThat(project.onlyMigration().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(121));
        terminal.ok("upgrade");
        assertThat(terminal.ok("history")).contains("Add a \"table\" of things */ add a");
    }

    @Test
    void one_word_of_five_thousand_letters() {
        terminal.ok("-m", "x".repeat(5000));
        assertThat(project.migrations().get(0)).hasSizeLessThan(90);
        terminal.ok("upgrade");
    }

    @Test
    void far_too_long() {
        terminal.autogen("-m", "x".repeat(10_001)).fails(2, "10001 characters");
        assertThat(project.migrations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void an_empty_one_is_refused(String message) {
        terminal.autogen("-m", message).fails(2, "The message is empty");
        terminal.autogen("revision", "-m", message).fails(2, "The message is empty");
        assertThat(project.migrations()).isEmpty();
    }
}
