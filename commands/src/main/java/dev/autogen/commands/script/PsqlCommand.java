package dev.autogen.commands.script;

import dev.autogen.commands.config.ConfigurationException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands that psql itself runs; the server knows none of them. */
final class PsqlCommand {
    private static final Pattern COMMAND = Pattern.compile("\\\\(\\S*).*", Pattern.DOTALL);

    /** Those that say nothing about the schema; pg_dump guards its output with the first two. */
    private static final Set<String> HARMLESS =
            Set.of("restrict", "unrestrict", "set", "unset", "echo", "qecho", "warn", "timing", "pset", "encoding");

    private PsqlCommand() {}

    /**
     * Passes over a command that does not matter.
     *
     * @throws ConfigurationException for every other one, with its line
     */
    static void at(String file, int line, String text) {
        Matcher matcher = COMMAND.matcher(text);
        String name = matcher.matches() ? matcher.group(1) : "";
        if (HARMLESS.contains(name)) {
            return;
        }
        throw new ConfigurationException(file + ":" + line + ": \\" + name
                + " is a command of psql's, which autogen does" + " not run. " + cure(name));
    }

    private static String cure(String name) {
        return switch (name) {
            case "c", "connect" ->
                "Everything is loaded into one empty database: dump one database, without pg_dump's --create.";
            case "i", "ir", "include", "include_relative" -> "Put the statements of that file in its place.";
            case "copy" -> "Rows are not compared: leave it out.";
            case "." -> "It ends the rows of a COPY ... FROM stdin, and none stands before it.";
            default -> "Leave it out, or write the SQL that it stands for.";
        };
    }
}
