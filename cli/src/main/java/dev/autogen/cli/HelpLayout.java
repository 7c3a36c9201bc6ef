package dev.autogen.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;

/** The order of {@code --help}: what a command is for and its own options first, those of every command after them. */
final class HelpLayout {
    private static final String SHARED_HEADING = "%nOptions of every command:%n";

    private HelpLayout() {}

    /** Lays out the help of a command line and of all its commands; answers the same command line. */
    static CommandLine applyTo(CommandLine root) {
        List<String> sections =
                new ArrayList<>(root.getCommandSpec().usageMessage().sectionKeys());
        sections.removeAll(List.of(SECTION_KEY_COMMAND_LIST_HEADING, SECTION_KEY_COMMAND_LIST));
        int options = sections.indexOf(SECTION_KEY_OPTION_LIST);
        sections.addAll(options, List.of(SECTION_KEY_COMMAND_LIST_HEADING, SECTION_KEY_COMMAND_LIST));
        root.getCommandSpec().usageMessage().sectionKeys(sections);

        Map<String, CommandLine.IHelpSectionRenderer> renderers = root.getHelpSectionMap();
        // Setting the map of a command sets that of its subcommands, too, so theirs come afterwards.
        renderers.put(
                SECTION_KEY_SYNOPSIS,
                help -> "autogen -m MESSAGE [OPTIONS]%n       autogen COMMAND [OPTIONS]%n%n".formatted());
        renderers.put(SECTION_KEY_COMMAND_LIST_HEADING, help -> "%nCommands:%n".formatted());
        renderers.put(SECTION_KEY_OPTION_LIST, HelpLayout::optionsOfRoot);
        root.setHelpSectionMap(renderers);
        root.getSubcommands().values().forEach(HelpLayout::applyToCommand);
        return root;
    }

    private static void applyToCommand(CommandLine command) {
        Map<String, CommandLine.IHelpSectionRenderer> renderers = command.getHelpSectionMap();
        renderers.put(SECTION_KEY_SYNOPSIS, help -> help.synopsis(help.synopsisHeadingLength()));
        renderers.put(SECTION_KEY_OPTION_LIST, HelpLayout::optionsOfCommand);
        command.setHelpSectionMap(renderers);
    }

    private static String optionsOfCommand(Help help) {
        return options(
                help,
                help.commandSpec().options().stream()
                        .filter(option -> !option.inherited())
                        .toList());
    }

    private static String optionsOfRoot(Help help) {
        return options(
                help,
                help.commandSpec().options().stream()
                        .filter(option -> option.scopeType() == CommandLine.ScopeType.LOCAL)
                        .toList());
    }

    private static String options(Help help, List<OptionSpec> own) {
        List<OptionSpec> shared = new ArrayList<>(help.commandSpec().options());
        shared.removeAll(own);
        String heading = own.isEmpty() ? "" : SHARED_HEADING.formatted();
        return "%n".formatted()
                + help.optionListExcludingGroups(own)
                + heading
                + help.optionListExcludingGroups(shared);
    }
}
