package dev.autogen.schema.sql;

import dev.autogen.schema.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL into tokens by PostgreSQL's lexical rules (section 4.1) and no grammar. Whatever the text, the tokens put
 * together again are the text.
 */
public final class SqlLexer {
    private final String sql;
    private final int start;
    private final boolean backslashesEscape;

    private SqlLexer(String sql, int start, boolean backslashesEscape) {
        this.sql = sql;
        this.start = start;
        this.backslashesEscape = backslashesEscape;
    }

    /** All tokens of the text, in order. */
    public static List<SqlToken> tokens(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        for (int at = 0; at < sql.length(); ) {
            SqlToken token = at(sql, at, false);
            tokens.add(token);
            at = token.end();
        }
        return tokens;
    }

    /**
     * The token that begins there.
     *
     * @param start within the text, where a token begins
     * @param backslashesEscape whether they do in plain strings, as with {@code standard_conforming_strings = off}
     */
    public static SqlToken at(String sql, int start, boolean backslashesEscape) {
        return new SqlLexer(sql, start, backslashesEscape).next();
    }

    private SqlToken next() {
        char c = sql.charAt(start);
        if (isSpace(c)) {
            return token(Kind.SPACE, endOfSpace());
        }
        if (sql.startsWith("--", start)) {
            int end = sql.indexOf('\n', start);
            return token(Kind.LINE_COMMENT, end < 0 ? sql.length() : end);
        }
        if (sql.startsWith("/*", start)) {
            return token(Kind.BLOCK_COMMENT, endOfComment());
        }
        if (c == '\'') {
            return token(Kind.STRING, endOfQuotes(start, backslashesEscape));
        }
        if (c == '"') {
            return token(Kind.QUOTED_NAME, endOfQuotes(start, false));
        }
        if (c == '$') {
            return dollar();
        }
        if (isDigit(c) || (c == '.' && isDigit(at(start + 1)))) {
            return token(Kind.NUMBER, endOfNumber());
        }
        return beginsWord(c) ? word() : token(Kind.SYMBOL, start + 1);
    }

    /** A word, or the prefix of a constant or quoted name that follows it at once. */
    private SqlToken word() {
        int end = endOfWord(start);
        String word = sql.substring(start, end);
        if (at(end) == '\'' && word.length() == 1 && "eEbBxXnN".contains(word)) {
            return token(Kind.STRING, endOfQuotes(end, "eE".contains(word) || backslashesEscape));
        }
        if (word.equalsIgnoreCase("u") && at(end) == '&' && (at(end + 1) == '\'' || at(end + 1) == '"')) {
            return token(at(end + 1) == '"' ? Kind.QUOTED_NAME : Kind.STRING, endOfQuotes(end + 1, false));
        }
        return token(Kind.WORD, end);
    }

    private SqlToken dollar() {
        if (isDigit(at(start + 1))) {
            int end = start + 1;
            while (isDigit(at(end))) {
                end++;
            }
            return token(Kind.NUMBER, end);
        }
        int tagEnd = start + 1;
        while (continuesWord(at(tagEnd)) && at(tagEnd) != '$') {
            tagEnd++;
        }
        if (at(tagEnd) != '$') {
            return token(Kind.SYMBOL, start + 1);
        }
        String tag = sql.substring(start, tagEnd + 1);
        int end = sql.indexOf(tag, tagEnd + 1);
        return token(Kind.STRING, end < 0 ? -1 : end + tag.length());
    }

    private int endOfSpace() {
        int end = start + 1;
        while (end < sql.length() && isSpace(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfComment() {
        int depth = 0;
        for (int i = start; i < sql.length() - 1; i++) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i++;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    private int endOfQuotes(int opening, boolean escapes) {
        char quote = sql.charAt(opening);
        for (int i = opening + 1; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\\' && escapes) {
                i++;
            } else if (c == quote && at(i + 1) == quote) {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Digits and what may stand among them: a point, an exponent, letters of other bases. */
    private int endOfNumber() {
        int end = start + 1;
        while (continuesWord(at(end)) || at(end) == '.' || isSignOfExponent(end)) {
            end++;
        }
        return end;
    }

    private boolean isSignOfExponent(int position) {
        boolean sign = at(position) == '+' || at(position) == '-';
        boolean decimal = at(start) != '0' || "xXoObB".indexOf(at(start + 1)) < 0;
        return sign && decimal && "eE".indexOf(at(position - 1)) >= 0 && isDigit(at(position + 1));
    }

    private int endOfWord(int from) {
        int end = from + 1;
        while (continuesWord(at(end))) {
            end++;
        }
        return end;
    }

    private SqlToken token(Kind kind, int end) {
        return new SqlToken(kind, sql.substring(start, end < 0 ? sql.length() : end), start, end >= 0);
    }

    /** The character there; NUL, which no SQL holds, beyond the end. */
    private char at(int position) {
        return position < sql.length() ? sql.charAt(position) : '\0';
    }

    private static boolean isSpace(char c) {
        return " \t\n\r\f\u000b".indexOf(c) >= 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Every character beyond ASCII is a letter to PostgreSQL's scanner. */
    private static boolean beginsWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c > 127;
    }

    private static boolean continuesWord(char c) {
        return beginsWord(c) || isDigit(c) || c == '$';
    }
}
