package dev.autogen.migration.run;

import dev.autogen.schema.ddl.SqlStatement;
import java.util.List;

/**
 * Puts values in the places of parameters. A question mark is a parameter where JDBC takes it for one: not within quotes
 * and comments, and not when it is doubled.
 */
final class ParameterInlining {
    private final List<Object> values;
    private final StringBuilder text = new StringBuilder();
    private int used;

    private ParameterInlining(List<Object> values) {
        this.values = values;
    }

    /**
     * The statement as a text that says the same without parameters: each value stands in its place, a literal of the type
     * under which the JDBC driver sends it.
     *
     * @throws IllegalArgumentException if there are more or fewer values than parameters, or one is of a class that has
     *     no literal
     */
    static String text(SqlStatement statement) {
        if (statement.parameters().isEmpty()) {
            return statement.sql();
        }
        ParameterInlining inlining = new ParameterInlining(statement.parameters());
        for (SqlPiece piece : SqlPiece.of(statement.sql())) {
            inlining.add(piece);
        }
        return inlining.finish();
    }

    private void add(SqlPiece piece) {
        if (piece.kind() != SqlPiece.Kind.CODE) {
            text.append(piece.text());
            return;
        }
        String code = piece.text();
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) != '?') {
                text.append(code.charAt(i));
            } else if (code.startsWith("??", i)) {
                text.append('?');
                i++;
            } else {
                text.append(next());
            }
        }
    }

    private String next() {
        if (used == values.size()) {
            throw new IllegalArgumentException("it has more parameters than the " + values.size() + " values given");
        }
        return SqlLiteral.of(values.get(used++));
    }

    private String finish() {
        if (used < values.size()) {
            throw new IllegalArgumentException(values.size() + " values are given for " + used + " parameters");
        }
        return text.toString();
    }
}
