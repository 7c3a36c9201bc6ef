package dev.autogen.commands.preflight;

/**
 * Rows that would have no value in a new column which takes no null.
 *
 * @param table the table before
 * @param column the new column
 */
record RequiredColumnProbe(ForeseenTable table, String column) implements ColumnProbe {
    @Override
    public String kind() {
        return "required-column";
    }

    @Override
    public String violation(Scan scan) {
        return "true";
    }

    /** Any row will do, so a large table is none to be sampled. */
    @Override
    public long sampleSize() {
        return Long.MAX_VALUE;
    }

    @Override
    public String problem(Count count) {
        return count.rows("has no value for it", "have no value for it");
    }
}
