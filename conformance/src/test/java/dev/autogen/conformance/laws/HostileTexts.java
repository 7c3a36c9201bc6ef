package dev.autogen.conformance.laws;

import java.util.List;

/** Texts that break careless writers of SQL, of Java and of Javadoc. */
final class HostileTexts {
    private static final List<String> TEXTS = List.of(
            "a",
            "it's",
            "''",
            "quo\"te",
            "\"\"\"",
            "\\\"\"\"",
            "back\\slash",
            "ends in \\",
            "\\u000a",
            "\\\\u0022",
            "\\'",
            "E'\\n'",
            "$$",
            "$q$",
            "ends in $",
            "$1",
            "$T$L$S",
            "*/",
            "/* open",
            "//",
            "-- not a comment",
            "{@link x}",
            "{fn now()}",
            "{d '2020-01-01'}",
            "<b>&amp;",
            "new\nline",
            "win\r\ndows",
            "\n",
            "tab\t",
            "  led",
            "trailed  ",
            " ",
            "bell\u0007",
            "\u00e9\u00df\u4e2d",
            "\ud83d\ude00",
            "rtl\u202e",
            "nbsp\u00a0",
            "line\u2028sep",
            "%s %1$s %",
            "?",
            "a ?| b ?? c",
            ":name ::text",
            ";",
            "); drop table x; --",
            "(",
            ")",
            "pg_temp.x",
            "a long one, so long that whoever prints a line of Java of it has to break it somewhere, or not to break it",
            "  many\n    lines\n\n  \"\"\" and\n quotes \\\n");

    private final Dice dice;

    HostileTexts(Dice dice) {
        this.dice = dice;
    }

    String text() {
        return dice.pick(TEXTS);
    }

    /** The text, or null. */
    String comment(int percentage) {
        return !dice.percent(percentage) ? null : dice.oneIn(20) ? "" : text();
    }

    /** A text as a literal, in one of the ways in which SQL lets people write it. */
    String literal() {
        return literal(text());
    }

    private String literal(String text) {
        return switch (dice.below(6)) {
            case 0 -> escaped(text);
            case 1 -> text.contains("$") || text.contains("\r") ? quoted(text) : "$$" + text + "$$";
            case 2 -> text.contains("$") || text.contains("\r") ? quoted(text) : "$it$" + text + "$it$";
            case 3 -> unicode(text);
            default -> quoted(text);
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String escaped(String text) {
        return "E'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    private static String unicode(String text) {
        StringBuilder literal = new StringBuilder("U&'");
        text.codePoints().forEach(c -> {
            if (c == '\\') {
                literal.append("\\\\");
            } else if (c == '\'') {
                literal.append("''");
            } else if (c > 0x7e) {
                literal.append("\\+").append("%06x".formatted(c));
            } else {
                literal.appendCodePoint(c);
            }
        });
        return literal.append('\'').toString();
    }
}
