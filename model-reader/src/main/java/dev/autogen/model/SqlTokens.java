package dev.autogen.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits SQL into the pieces that matter for finding clauses: words, and what must not be looked into (quoted names,
 * literals, parenthesised groups).
 */
final class SqlTokens {

    /**
     * A piece.
     *
     * @param text as written
     * @param start offset of its first character
     * @param end offset after its last character
     */
    record Token(String text, int start, int end) {

        boolean is(String word) {
            return text.equalsIgnoreCase(word);
        }

        boolean isGroup() {
            return text.startsWith("(");
        }

        /** What is between the parentheses of a group. */
        String inside() {
            return text.substring(1, text.length() - 1).strip();
        }
    }

    private final String sql;
    private int at;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    /** The pieces of the text; what does not close runs to the end. */
    static List<Token> of(String sql) {
        return new SqlTokens(sql).all();
    }

    private List<Token> all() {
        List<Token> tokens = new ArrayList<>();
        while (at < sql.length()) {
            if (Character.isWhitespace(sql.charAt(at))) {
                at++;
                continue;
            }
            int start = at;
            skip();
            tokens.add(new Token(sql.substring(start, at), start, at));
        }
        return tokens;
    }

    private void skip() {
        char c = sql.charAt(at);
        if (isWord(c)) {
            while (at < sql.length() && isWord(sql.charAt(at))) {
                at++;
            }
            boolean escapes = at < sql.length()
                    && sql.charAt(at) == '\''
                    && sql.substring(at - 1, at).toUpperCase(Locale.ROOT).equals("E");
            if (escapes) {
                skipQuoted('\'', true);
            }
        } else if (c == '\'' || c == '"') {
            skipQuoted(c, false);
        } else if (c == '$' && dollarTag() != null) {
            String tag = dollarTag();
            int close = sql.indexOf(tag, at + tag.length());
            at = close < 0 ? sql.length() : close + tag.length();
        } else if (c == '(') {
            skipGroup();
        } else {
            at++;
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void skipQuoted(char quote, boolean backslashEscapes) {
        for (at++; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (c == '\\' && backslashEscapes) {
                at++;
            } else if (c == quote) {
                at++;
                if (at >= sql.length() || sql.charAt(at) != quote) {
                    return;
                }
            }
        }
        at = Math.min(at, sql.length());
    }

    /** {@code $$} or {@code $tag$} at the current place; null when there is none. */
    private String dollarTag() {
        int end = at + 1;
        while (end < sql.length() && isWord(sql.charAt(end))) {
            end++;
        }
        return end < sql.length() && sql.charAt(end) == '$' ? sql.substring(at, end + 1) : null;
    }

    private void skipGroup() {
        at++;
        while (at < sql.length() && sql.charAt(at) != ')') {
            skip();
        }
        at = Math.min(at + 1, sql.length());
    }
}
