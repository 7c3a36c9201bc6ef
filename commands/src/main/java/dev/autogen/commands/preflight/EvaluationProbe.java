package dev.autogen.commands.preflight;

import java.util.List;

/**
 * Rows over which an expression of an index or a generated column cannot be computed.
 *
 * @param table the table
 * @param columns the column that is computed; empty for an index
 * @param expression the expression
 */
record EvaluationProbe(ForeseenTable table, List<String> columns, String expression) implements RowProbe {

    /** SQL that is never true and computes the expression, which PostgreSQL would leave out if it were not needed. */
    static String evaluating(String expression) {
        return "octet_length((" + expression + ")::text) < 0";
    }

    @Override
    public String kind() {
        return "evaluation";
    }

    @Override
    public Reach reach() {
        return Reach.TREE;
    }

    @Override
    public String violation(Scan scan) {
        return evaluating(expression);
    }

    @Override
    public String problem(Count count) {
        return failure(count);
    }

    @Override
    public String failure(Count count) {
        return count.rows("makes", "make") + " the expression "
                + expression.strip().replaceAll("\\s+", " ") + " fail";
    }
}
