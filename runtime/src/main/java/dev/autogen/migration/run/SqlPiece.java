package dev.autogen.migration.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of SQL in which everything is quoted, or a comment, or neither, as PostgreSQL reads it.
 *
 * @param kind what it is
 * @param text its text, with the quotes
 * @param complete whether a quote or block comment ends
 */
record SqlPiece(Kind kind, String text, boolean complete) {

    enum Kind {
        CODE,
        /** A string, a quoted name or a dollar-quoted text. */
        QUOTE,
        BLOCK_COMMENT,
        /** Without the end of its line. */
        LINE_COMMENT
    }

    /** Cuts a text into pieces; put together again, they are the text. */
    static List<SqlPiece> of(String sql) {
        Cutter cutter = new Cutter(sql);
        while (cutter.at < sql.length()) {
            cutter.step();
        }
        cutter.endCode();
        return cutter.pieces;
    }

    private static final class Cutter {
        private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");

        private final String sql;
        private final List<SqlPiece> pieces = new ArrayList<>();
        private int at;
        private int codeFrom;

        Cutter(String sql) {
            this.sql = sql;
        }

        void step() {
            char c = sql.charAt(at);
            if (c == '\'') {
                take(Kind.QUOTE, endOfQuote('\'', isEscapeString()));
            } else if (c == '"') {
                take(Kind.QUOTE, endOfQuote('"', false));
            } else if (c == '$' && !continuesWord(at)) {
                dollar();
            } else if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                take(Kind.LINE_COMMENT, end < 0 ? sql.length() : end);
            } else if (sql.startsWith("/*", at)) {
                take(Kind.BLOCK_COMMENT, endOfComment());
            } else {
                at++;
            }
        }

        void endCode() {
            if (codeFrom < at) {
                pieces.add(new SqlPiece(Kind.CODE, sql.substring(codeFrom, at), true));
            }
            codeFrom = at;
        }

        /** Takes what begins here; an end below zero says that there is none. */
        private void take(Kind kind, int end) {
            endCode();
            int to = end < 0 ? sql.length() : end;
            pieces.add(new SqlPiece(kind, sql.substring(at, to), end >= 0));
            at = to;
            codeFrom = to;
        }

        private void dollar() {
            Matcher opening = DOLLAR_QUOTE.matcher(sql).region(at, sql.length());
            if (!opening.lookingAt()) {
                at++;
                return;
            }
            int end = sql.indexOf(opening.group(), opening.end());
            take(Kind.QUOTE, end < 0 ? -1 : end + opening.group().length());
        }

        private boolean isEscapeString() {
            return at > codeFrom && Character.toLowerCase(sql.charAt(at - 1)) == 'e' && !continuesWord(at - 1);
        }

        private boolean continuesWord(int position) {
            return position > codeFrom && Character.isJavaIdentifierPart(sql.charAt(position - 1));
        }

        /** Doubled quotes need no care: the second one opens a string again. */
        private int endOfQuote(char quote, boolean escapes) {
            for (int i = at + 1; i < sql.length(); i++) {
                char c = sql.charAt(i);
                if (c == '\\' && escapes) {
                    i++;
                } else if (c == quote) {
                    if (escapes && i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                        i++;
                    } else {
                        return i + 1;
                    }
                }
            }
            return -1;
        }

        /** Block comments nest in PostgreSQL. */
        private int endOfComment() {
            int depth = 0;
            for (int i = at; i < sql.length() - 1; i++) {
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
    }
}
