package dev.autogen.commands.preflight;

import static dev.autogen.schema.Identifiers.quote;

import dev.autogen.schema.QualifiedName;

/**
 * Rows that hold a number which a new sequence gives again.
 *
 * @param table the table
 * @param column the column that it numbers
 * @param sequence the sequence, which begins at 1
 */
record NumberProbe(ForeseenTable table, String column, QualifiedName sequence) implements ColumnProbe {
    @Override
    public String kind() {
        return "number";
    }

    @Override
    public String violation(Scan scan) {
        return quote(column) + " >= 1";
    }

    @Override
    public String problem(Count count) {
        return count.rows("holds", "hold") + " a number that sequence " + sequence + ", which begins at 1, gives again";
    }
}
