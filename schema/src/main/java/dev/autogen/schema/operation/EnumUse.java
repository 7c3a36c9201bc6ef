package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.SqlExpression;

/**
 * A column of an enum type that is about to be rebuilt.
 *
 * @param column the column
 * @param array whether it is an array of the type
 * @param defaultValue its default, which has to be taken away and given back; null when there is none
 */
public record EnumUse(ColumnRef column, boolean array, SqlExpression defaultValue) {

    public EnumUse {
        requireNonNull(column, "column is null");
    }
}
