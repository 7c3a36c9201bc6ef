package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionOrderTest {
    @TempDir
    private Path directory;

    @Test
    void migrations_of_the_same_second_sort_as_the_history_goes() {
        Terminal terminal = Terminal.in(directory);
        for (String message : new String[] {"zebra", "middle", "aardvark"}) {
            terminal.ok("revision", "-m", message);
        }
        assertThat(MigrationClass.of(directory))
                .extracting(
                        migration -> migration.file().getFileName().toString().replaceFirst("M\\d+_", ""))
                .containsExactly("Zebra.java", "Middle.java", "Aardvark.java");
        assertThat(terminal.ok("history").lines())
                .extracting(line -> line.substring(line.lastIndexOf(' ') + 1))
                .containsExactly("Aardvark", "Middle", "Zebra");
    }
}
