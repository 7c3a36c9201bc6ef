package dev.autogen.codegen;

import java.util.ArrayList;
import java.util.List;

/** Strings of several lines, and long ones, as text blocks (Java Language Specification, section 3.10.6). */
final class TextBlock {
    /** A longer string is spread over lines, which a backslash at their end joins again. */
    private static final int LONGEST_LINE = 90;

    private TextBlock() {}

    /** Whether the string reads better as a text block than between quotes. */
    static boolean isCalledFor(String text) {
        // The compiler resolves Unicode escapes first: white space beyond ASCII might be stripped from a line's edges.
        return (text.length() > LONGEST_LINE || text.strip().indexOf('\n') >= 0)
                && text.codePoints().noneMatch(c -> c >= 0x80 && Character.isWhitespace(c));
    }

    /**
     * The text block, or the literal where none is called for.
     *
     * @param indent how far its lines are indented
     */
    static String of(String text, int indent) {
        if (!isCalledFor(text)) {
            return JavaText.literal(text);
        }
        List<String> lines = new ArrayList<>();
        String[] parts = text.split("\n", -1);
        for (int i = 0; i < parts.length; i++) {
            addPieces(parts[i], i == parts.length - 1, lines);
        }
        keepIndentation(lines);
        int last = lines.size() - 1;
        String margin = " ".repeat(indent);
        StringBuilder block = new StringBuilder("\"\"\"");
        for (String line : lines) {
            block.append('\n').append(line.isEmpty() ? "" : margin).append(line);
        }
        if (lines.get(last).isEmpty()) {
            block.append(margin);
        }
        return block.append("\"\"\"").toString();
    }

    /** One line of the text as one or more lines of the block. */
    private static void addPieces(String line, boolean last, List<String> lines) {
        int from = 0;
        while (line.length() - from > LONGEST_LINE) {
            int to = line.lastIndexOf(' ', from + LONGEST_LINE - 1) + 1;
            if (to <= from + LONGEST_LINE / 2) {
                to = from + LONGEST_LINE;
            }
            if (Character.isHighSurrogate(line.charAt(to - 1))) {
                to--;
            }
            lines.add(escaped(line.substring(from, to), false) + "\\");
            from = to;
        }
        String rest = escaped(line.substring(from), last);
        lines.add(rest.endsWith(" ") ? rest.substring(0, rest.length() - 1) + "\\s" : rest);
    }

    /** Quotes are escaped only where they would close the block: the third in a row, and the very last. */
    private static String escaped(String piece, boolean last) {
        StringBuilder escaped = new StringBuilder();
        int quotes = 0;
        for (int at = 0; at < piece.length(); ) {
            int c = piece.codePointAt(at);
            at += Character.charCount(c);
            quotes = c == '"' ? quotes + 1 : 0;
            if (quotes == 3 || (quotes > 0 && last && at == piece.length())) {
                escaped.append("\\\"");
                quotes = 0;
            } else {
                escaped.append(c == '"' ? "\"" : JavaText.escaped(c));
            }
        }
        return escaped.toString();
    }

    /** Where every line begins with a space, those spaces would be taken for the block's indentation. */
    private static void keepIndentation(List<String> lines) {
        boolean closedOnItsOwnLine = lines.get(lines.size() - 1).isEmpty();
        boolean allIndented = lines.stream().filter(line -> !line.isEmpty()).allMatch(line -> line.startsWith(" "));
        if (allIndented && !closedOnItsOwnLine) {
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isEmpty()) {
                    lines.set(i, "\\s" + lines.get(i).substring(1));
                    return;
                }
            }
        }
    }
}
