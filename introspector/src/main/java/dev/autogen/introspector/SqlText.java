package dev.autogen.introspector;

import dev.autogen.schema.sql.SqlLexer;
import dev.autogen.schema.sql.SqlToken;

/** Looks whether a text may go into a larger statement. Says nothing about whether the text means anything. */
final class SqlText {
    private SqlText() {}

    /** Whether quotes, comments and brackets close within the text and no semicolon stands outside quotes. */
    static boolean isSelfContained(String text) {
        StringBuilder open = new StringBuilder();
        for (SqlToken token : SqlLexer.tokens(text)) {
            if (!token.complete()) {
                return false;
            }
            switch (token.text()) {
                case ";", "\0" -> {
                    return false;
                }
                case "(", "[" -> open.append(token.is("(") ? ')' : ']');
                case ")", "]" -> {
                    int last = open.length() - 1;
                    if (last < 0 || open.charAt(last) != token.text().charAt(0)) {
                        return false;
                    }
                    open.setLength(last);
                }
                default -> {}
            }
        }
        return open.isEmpty();
    }
}
