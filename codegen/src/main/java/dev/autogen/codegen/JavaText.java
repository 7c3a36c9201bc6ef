package dev.autogen.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Any text at all as a part of Java source (Java Language Specification, chapter 3). */
final class JavaText {
    private static final Pattern UNICODE_ESCAPE = Pattern.compile("(\\\\+)(?=u)");
    private static final Pattern WHITESPACE = Pattern.compile("\\s+");

    private JavaText() {}

    /** A string literal on one line. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"') {
                literal.append("\\\"");
            } else {
                literal.append(escaped(c));
            }
        });
        return literal.append('"').toString();
    }

    /** A character within a literal, double quotes aside. */
    static String escaped(int c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isVisible(c) ? Character.toString(c) : numeric(c);
        };
    }

    /** Octal for ASCII: the compiler resolves a Unicode escape before it knows of literals. */
    private static String numeric(int c) {
        if (c < 0x80) {
            return String.format(Locale.ROOT, "\\%03o", c);
        }
        StringBuilder escape = new StringBuilder();
        for (char unit : Character.toChars(c)) {
            escape.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
        return escape.toString();
    }

    /**
     * Whether a reader sees the character for what it is. Controls, unpaired surrogates, spaces that are not ASCII's and
     * the marks that turn the direction of text around are escaped: source must not read differently from what it does.
     */
    static boolean isVisible(int c) {
        if (c < 0x80) {
            return c >= ' ' && c < 0x7f;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    /** The text on one line of a comment, whitespace collapsed. */
    static String comment(String text) {
        return harmless(WHITESPACE.matcher(text.strip()).replaceAll(" "));
    }

    /** The text on one line of Javadoc, whitespace as it is but for line breaks. */
    static String javadoc(String text) {
        return harmless(text.replaceAll("\\R", " "))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;");
    }

    /** Shows what cannot be seen, and keeps the compiler from seeing a Unicode escape. */
    static String harmless(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isVisible(c)) {
                visible.appendCodePoint(c);
            } else {
                visible.append(String.format(Locale.ROOT, "U+%04X", c));
            }
        });
        return UNICODE_ESCAPE
                .matcher(visible)
                .replaceAll(slashes -> Matcher.quoteReplacement(
                        slashes.group().length() % 2 == 0 ? slashes.group() : slashes.group() + "\\"));
    }

    /** The words of a text in lines of at most {@code width} characters; a longer word is cut. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : WHITESPACE.split(text.strip())) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
            while (line.length() > width) {
                int cut = Character.isHighSurrogate(line.charAt(width - 1)) ? width - 1 : width;
                lines.add(line.substring(0, cut));
                line.delete(0, cut);
            }
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }
}
