package dev.autogen.model;

import dev.autogen.schema.sql.SqlLexer;
import dev.autogen.schema.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;

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

    private SqlTokens() {}

    /** The pieces of the text, without spaces and comments; what does not close runs to the end. */
    static List<Token> of(String sql) {
        List<Token> tokens = new ArrayList<>();
        int depth = 0;
        int groupStart = 0;
        for (SqlToken token : SqlLexer.tokens(sql)) {
            if (token.is("(") && depth++ == 0) {
                groupStart = token.start();
            } else if (depth == 0 && !token.isSpaceOrComment()) {
                tokens.add(new Token(token.text(), token.start(), token.end()));
            } else if (token.is(")") && --depth == 0) {
                tokens.add(new Token(sql.substring(groupStart, token.end()), groupStart, token.end()));
            }
        }
        if (depth > 0) {
            tokens.add(new Token(sql.substring(groupStart), groupStart, sql.length()));
        }
        return tokens;
    }
}
