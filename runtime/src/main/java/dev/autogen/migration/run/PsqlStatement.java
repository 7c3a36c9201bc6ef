package dev.autogen.migration.run;

import dev.autogen.schema.sql.SqlLexer;
import dev.autogen.schema.sql.SqlToken;
import java.util.List;
import java.util.regex.Pattern;

/** SQL that someone wrote, in a form that psql passes to the server as it is and knows the end of. */
final class PsqlStatement {
    private static final Pattern ROWS_FOLLOW =
            Pattern.compile("(?:^|;)\\s*COPY\\b.*\\bFROM\\s+STDIN\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private PsqlStatement() {}

    /**
     * The SQL with a semicolon at its end.
     *
     * @throws IllegalArgumentException if it is not complete, so that psql would take what follows for a part of it, or
     *     holds what psql takes for itself
     */
    static String of(String sql) {
        List<SqlToken> tokens = SqlLexer.tokens(sql.strip());
        StringBuilder text = new StringBuilder();
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (!token.complete()) {
                throw new IllegalArgumentException(
                        token.isQuoted() ? "a quote does not end" : "a comment does not end");
            }
            text.append(token.text());
            if (isVariable(tokens, i)) {
                text.append(' ');
            }
            code.append(token.isQuoted() || token.isSpaceOrComment() ? " " : token.text());
        }
        check(code.toString());
        if (tokens.isEmpty()) {
            return ";";
        }
        SqlToken last = tokens.get(tokens.size() - 1);
        if (last.kind() == SqlToken.Kind.LINE_COMMENT) {
            return text + "\n;";
        }
        return last.is(";") ? text.toString() : text + ";";
    }

    /** psql puts a variable's value in the place of its name behind a colon; a cast has two of them. */
    private static boolean isVariable(List<SqlToken> tokens, int i) {
        if (!tokens.get(i).is(":")
                || i + 1 == tokens.size()
                || (i > 0 && tokens.get(i - 1).is(":"))) {
            return false;
        }
        return switch (tokens.get(i + 1).kind()) {
            case WORD, NUMBER, STRING, QUOTED_NAME -> true;
            case SPACE, LINE_COMMENT, BLOCK_COMMENT, SYMBOL -> false;
        };
    }

    private static void check(String code) {
        if (code.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("it has a backslash outside of quotes, which is no SQL");
        }
        if (code.chars().filter(c -> c == '(').count()
                != code.chars().filter(c -> c == ')').count()) {
            throw new IllegalArgumentException("its parentheses do not match");
        }
        if (ROWS_FOLLOW.matcher(code).find()) {
            throw new IllegalArgumentException("COPY ... FROM STDIN needs rows, which a migration cannot send");
        }
    }
}
