package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code edit}, as far as it goes without a terminal, which tests do not have. */
class EditTest {
    @TempDir
    private Path directory;

    private Path file;
    private Terminal terminal;

    @BeforeEach
    void one_migration() {
        file = new SmallProject(directory).migration("a1");
        terminal = Terminal.in(directory);
    }

    @Test
    void without_an_editor_the_variable_and_the_file_are_named() {
        terminal.autogen("edit", "a1").fails(2, "No editor is named. Set VISUAL or EDITOR", file.toString());
    }

    @Test
    void without_a_terminal_the_file_is_named() {
        terminal.with("EDITOR", "vi").autogen("edit", "head").fails(2, "There is no terminal", file.toString());
    }

    @Test
    void a_revision_that_is_not_there_is_told_before_any_editor() {
        terminal.autogen("edit", "nope").fails(5, "There is no revision 'nope'");
        assertThat(terminal.autogen("edit").exit()).isEqualTo(2);
    }
}
