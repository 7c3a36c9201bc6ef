package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

/**
 * One key of an index: a column or an expression, and how it is sorted (PostgreSQL, section 11.4).
 *
 * @param column name of the column; null when it is an expression
 * @param expression the expression; null when it is a column
 * @param collation the collation in SQL's spelling where it is not the column's own; else null
 * @param operatorClass the operator class in SQL's spelling where it is not the default one; else null
 * @param descending whether it is sorted downwards
 * @param nullsFirst whether nulls come first; PostgreSQL's default is that of {@code descending}
 */
public record IndexKey(
        String column,
        SqlExpression expression,
        String collation,
        String operatorClass,
        boolean descending,
        boolean nullsFirst) {

    public IndexKey {
        if ((column == null) == (expression == null)) {
            throw new IllegalArgumentException("an index key is either a column or an expression");
        }
    }

    /** A column in ascending order. */
    public static IndexKey column(String column) {
        return new IndexKey(requireNonNull(column, "column is null"), null, null, null, false, false);
    }

    /** An expression in ascending order. */
    public static IndexKey expression(SqlExpression expression) {
        return new IndexKey(null, requireNonNull(expression, "expression is null"), null, null, false, false);
    }

    /** The same key sorted downwards, nulls first as is PostgreSQL's default then. */
    public IndexKey desc() {
        return new IndexKey(column, expression, collation, operatorClass, true, true);
    }

    public IndexKey withNullsFirst(boolean newNullsFirst) {
        return new IndexKey(column, expression, collation, operatorClass, descending, newNullsFirst);
    }

    public IndexKey withExpression(SqlExpression newExpression) {
        return new IndexKey(null, newExpression, collation, operatorClass, descending, nullsFirst);
    }
}
