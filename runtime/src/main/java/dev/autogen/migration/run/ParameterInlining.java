package dev.autogen.migration.run;

import dev.autogen.schema.ddl.SqlStatement;
import dev.autogen.schema.sql.SqlLexer;
import dev.autogen.schema.sql.SqlToken;
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
        inlining.replace(SqlLexer.tokens(statement.sql()));
        return inlining.finish();
    }

    private void replace(List<SqlToken> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).is("?")) {
                text.append(tokens.get(i).text());
            } else if (i + 1 < tokens.size() && tokens.get(i + 1).is("?")) {
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
