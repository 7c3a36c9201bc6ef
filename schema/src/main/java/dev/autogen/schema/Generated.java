package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

/**
 * What a generated column is computed from (PostgreSQL, section 5.4).
 *
 * @param expression the generation expression
 * @param stored whether the value is kept; false for a virtual column, which PostgreSQL knows from version 18
 */
public record Generated(SqlExpression expression, boolean stored) {

    public Generated {
        requireNonNull(expression, "expression is null");
    }
}
