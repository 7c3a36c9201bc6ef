package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

/**
 * What a generated column is computed from (PostgreSQL, section 5.4).
 *
 * <p>Two are equal if their expressions are and both are stored, or neither.
 *
 * @param expression the generation expression
 * @param stored whether the value is kept; false for a virtual column, which PostgreSQL knows from version 18
 * @param unsaid whether a model leaves it to the server which of the two it is, so that a column that is there stays what
 *     it is
 */
public record Generated(SqlExpression expression, boolean stored, boolean unsaid) {

    public Generated {
        requireNonNull(expression, "expression is null");
    }

    /** What is stored, or virtual, because somebody said so. */
    public Generated(SqlExpression expression, boolean stored) {
        this(expression, stored, false);
    }

    /** The same from another expression. */
    public Generated withExpression(SqlExpression newExpression) {
        return new Generated(newExpression, stored, unsaid);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Generated that && expression.equals(that.expression) && stored == that.stored;
    }

    @Override
    public int hashCode() {
        return 31 * expression.hashCode() + Boolean.hashCode(stored);
    }
}
