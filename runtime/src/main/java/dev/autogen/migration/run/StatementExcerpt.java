package dev.autogen.migration.run;

import dev.autogen.schema.ddl.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement as a message shows it: the lines around the one that is wrong, with a caret below the place. */
final class StatementExcerpt {
    private static final String INDENT = "  ";
    private static final int LINES_BEFORE = 6;
    private static final int LINES_AFTER = 2;
    private static final int LONGEST_LINE = 160;

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private StatementExcerpt() {}

    /** The statement, as many lines as it takes, each with a line break before it. */
    static String of(SqlStatement statement, ServerMessage message) {
        String sql = statement.sql().stripTrailing();
        int place = message.position() == 0 ? -1 : place(statement, message);
        List<String> lines = sql.lines().toList();
        int wrong = place < 0
                ? 0
                : (int) sql.substring(0, place).chars().filter(c -> c == '\n').count();
        int first = Math.max(0, wrong - LINES_BEFORE);
        int last = Math.min(lines.size() - 1, place < 0 ? LINES_BEFORE + LINES_AFTER : wrong + LINES_AFTER);
        List<String> shown = new ArrayList<>();
        if (first > 0) {
            shown.add(INDENT + "... (from line " + (first + 1) + " of " + lines.size() + ")");
        }
        for (int i = first; i <= last; i++) {
            if (place >= 0 && i == wrong) {
                int column = place - (sql.lastIndexOf('\n', place - 1) + 1);
                shown.addAll(pointedAt(lines.get(i), column));
            } else {
                shown.add(INDENT + cut(lines.get(i), 0));
            }
        }
        if (last < lines.size() - 1) {
            shown.add(INDENT + "... (" + (lines.size() - 1 - last) + " more lines)");
        }
        return "\n" + String.join("\n", shown);
    }

    /** Where in our text the server's position is; -1 where that is not certain. */
    private static int place(SqlStatement statement, ServerMessage message) {
        String sql = statement.sql();
        boolean alone = sql.strip().indexOf(';') < 0 && statement.parameters().isEmpty();
        if (alone) {
            int place =
                    sql.offsetByCodePoints(0, Math.min(message.position() - 1, sql.codePointCount(0, sql.length())));
            return Math.min(place, Math.max(0, sql.stripTrailing().length() - 1));
        }
        // The driver sends several statements one by one, and $1 for ?: only where the word is found it is shown.
        for (int start = 0; start >= 0; start = sql.indexOf(';', start) < 0 ? -1 : sql.indexOf(';', start) + 1) {
            int place = start + message.position() - 1;
            if (!statement.parameters().isEmpty()) {
                place -= (int) sql.substring(0, Math.min(place, sql.length()))
                        .chars()
                        .filter(c -> c == '?')
                        .count();
            }
            if (place < sql.length() && isNamed(sql.substring(place), message.text())) {
                return place;
            }
        }
        return -1;
    }

    /** Whether the text begins with what the message names. */
    private static boolean isNamed(String text, String message) {
        Matcher names = QUOTED.matcher(message);
        while (names.find()) {
            String name = names.group(1);
            if (text.regionMatches(true, 0, name, 0, name.length())
                    || text.regionMatches(true, 0, '"' + name, 0, name.length() + 1)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> pointedAt(String line, int column) {
        int from = column < LONGEST_LINE - 10 ? 0 : column - LONGEST_LINE / 2;
        String before = line.substring(from, Math.min(column, line.length()));
        String caret = before.replaceAll("[^\t]", " ") + "^";
        return List.of(INDENT + cut(line, from), INDENT + (from == 0 ? "" : "   ") + caret);
    }

    private static String cut(String line, int from) {
        int to = Math.min(line.length(), from + LONGEST_LINE);
        return (from == 0 ? "" : "...") + line.substring(from, to) + (to < line.length() ? "..." : "");
    }
}
