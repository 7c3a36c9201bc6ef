package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''            | error: Say what to do: -m MESSAGE writes a migration, or name a command. `autogen --help` lists",
                "upgade        | error: Unmatched argument at index 0: 'upgade'. Did you mean: upgrade",
                "downgrade     | error: Missing required parameter: 'REV'. `autogen downgrade --help` lists what there is.",
                "check --frmat | error: Unknown option: '--frmat'. `autogen check --help` lists what there is.",
            })
    void wrong_usage_is_told_in_a_line_with_the_way_to_the_whole(String words, String message) {
        Terminal.Outcome outcome = Terminal.in(directory).autogen(words.isEmpty() ? new String[0] : words.split(" "));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith(message).hasLineCount(1);
    }
}
