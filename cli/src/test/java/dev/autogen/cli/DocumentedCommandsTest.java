package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.introspector.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code docs/commands.md} leaves out no command and no option. */
class DocumentedCommandsTest {
    @Test
    void the_page_on_commands_names_every_command_and_option() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "commands.md"));
        CommandLine root = new CommandLine(new AutogenCommand(null, null, Optional.empty()));
        TreeSet<String> names = new TreeSet<>();
        root.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
        root.getSubcommands().forEach((name, command) -> {
            names.add("## autogen " + name + "\n");
            command.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
        });

        assertThat(names).allMatch(page::contains);
    }

    @Test
    void the_page_on_configuration_names_every_table_that_is_never_compared() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "configuration.md"));

        assertThat(Scope.KNOWN_TABLES)
                .filteredOn(table -> !table.startsWith("autogen_"))
                .allMatch(table -> page.contains("`" + table + "`"));
    }
}
