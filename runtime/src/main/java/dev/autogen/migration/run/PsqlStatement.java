package dev.autogen.migration.run;

import java.util.List;
import java.util.regex.Pattern;

/** SQL that someone wrote, in a form that psql passes to the server as it is and knows the end of. */
final class PsqlStatement {
    /** psql puts a variable's value in the place of its name behind a colon; a cast has two of them. */
    private static final Pattern VARIABLE = Pattern.compile("(?<!:):(?=[\\w\\x{80}-\\x{10FFFF}]|$)");

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
        List<SqlPiece> pieces = SqlPiece.of(sql.strip());
        StringBuilder text = new StringBuilder();
        StringBuilder code = new StringBuilder();
        for (SqlPiece piece : pieces) {
            if (!piece.complete()) {
                throw new IllegalArgumentException(
                        piece.kind() == SqlPiece.Kind.QUOTE ? "a quote does not end" : "a comment does not end");
            }
            if (piece.kind() == SqlPiece.Kind.CODE) {
                code.append(piece.text());
                text.append(VARIABLE.matcher(piece.text()).replaceAll(": "));
            } else {
                code.append(' ');
                text.append(piece.text());
            }
        }
        check(code.toString());
        if (pieces.isEmpty()) {
            return ";";
        }
        SqlPiece last = pieces.get(pieces.size() - 1);
        if (last.kind() == SqlPiece.Kind.LINE_COMMENT) {
            return text + "\n;";
        }
        return last.kind() == SqlPiece.Kind.CODE && last.text().endsWith(";") ? text.toString() : text + ";";
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
