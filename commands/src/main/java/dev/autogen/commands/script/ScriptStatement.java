package dev.autogen.commands.script;

/**
 * A statement of a script.
 *
 * @param text the statement as it stands there, without the semicolon
 * @param line the line of its first word, from 1
 */
public record ScriptStatement(String text, int line) {

    /** The line of the script in which a character of the statement stands. */
    int lineOf(int characters) {
        int end = text.offsetByCodePoints(0, Math.min(characters, text.codePointCount(0, text.length())));
        return line
                + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }
}
