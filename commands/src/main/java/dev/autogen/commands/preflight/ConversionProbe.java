package dev.autogen.commands.preflight;

import dev.autogen.schema.DataType;

/**
 * Rows whose value does not become one of another type.
 *
 * @param table the table before
 * @param column the column
 * @param to the type that it is to have
 * @param test how to tell
 */
record ConversionProbe(ForeseenTable table, String column, DataType to, ConversionTest test) implements ColumnProbe {
    @Override
    public String kind() {
        return "conversion";
    }

    @Override
    public String violation(Scan scan) {
        return test.violation();
    }

    @Override
    public String problem(Count count) {
        return count.rows("holds", "hold") + " " + test.problem() + " " + to;
    }

    @Override
    public String failure(Count count) {
        return count.rows("holds", "hold") + " " + ConversionTest.IMPOSSIBLE + " " + to;
    }
}
