package dev.autogen.commands.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that runs after a migration was written, such as a formatter. No shell takes part: white space separates
 * words, single or double quotes keep what is between them together, and nothing else means anything but
 * <code>{file}</code>.
 *
 * @param text the command as its author wrote it
 * @param words the program and its arguments, at least one
 * @param origin where it was set
 */
public record PostWriteCommand(String text, List<String> words, Origin origin) {
    private static final String FILE = "{file}";
    private static final String QUOTED = "\"[^\"]*\"|'[^']*'";
    private static final Pattern WELL_QUOTED = Pattern.compile("(?:[^\"']|" + QUOTED + ")*");
    private static final Pattern COMMAND = Pattern.compile("(?:[^;\n\"']|" + QUOTED + ")+");
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|" + QUOTED + ")+");
    private static final Pattern QUOTES = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    public PostWriteCommand {
        requireNonNull(text, "text is null");
        requireNonNull(origin, "origin is null");
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command has no words");
        }
    }

    /** The commands of a list that line breaks, or semicolons outside of quotes, separate. */
    static List<String> split(String text) {
        if (!WELL_QUOTED.matcher(text).matches()) {
            return List.of(text.strip());
        }
        return COMMAND.matcher(text)
                .results()
                .map(command -> command.group().strip())
                .filter(command -> !command.isEmpty())
                .toList();
    }

    /**
     * Takes a command apart.
     *
     * @throws ConfigurationException when a quote does not end
     */
    static PostWriteCommand of(Setting<String> command) {
        if (!WELL_QUOTED.matcher(command.value()).matches()) {
            throw SettingValues.invalid(
                    Option.POST_WRITE, command, "has a quote that does not end. Close it, or leave it out.");
        }
        List<String> words = WORD.matcher(command.value())
                .results()
                .map(word -> QUOTES.matcher(word.group()).replaceAll(PostWriteCommand::inside))
                .toList();
        return new PostWriteCommand(command.value(), words, command.origin());
    }

    private static String inside(MatchResult quoted) {
        String text = quoted.group();
        return Matcher.quoteReplacement(text.substring(1, text.length() - 1));
    }

    /** The program and its arguments for a file: <code>{file}</code> stands for it, wherever it is. */
    public List<String> wordsFor(String file) {
        return words.stream().map(word -> word.replace(FILE, file)).toList();
    }
}
