package dev.autogen.commands.preflight;

import static dev.autogen.schema.Identifiers.quote;

/**
 * Nulls in a column that is to take none.
 *
 * @param table the table
 * @param column the column
 * @param reach whose rows
 */
record NullProbe(ForeseenTable table, String column, Reach reach) implements ColumnProbe {
    @Override
    public String kind() {
        return "null";
    }

    @Override
    public String violation(Scan scan) {
        return quote(column) + " IS NULL";
    }

    @Override
    public String problem(Count count) {
        return count.rows("holds null", "hold null");
    }
}
