package dev.autogen.commands.proof.rows;

import dev.autogen.schema.Column;

/**
 * Which numbers made-up rows get.
 *
 * @param firstRow the number of the first row, from 1; another one gives other values
 * @param apart whether keys are to be far from what migrations insert themselves, and no sequence is to be asked for any
 */
record Numbering(int firstRow, boolean apart) {
    private static final int FAR = 900_000_000;
    private static final int FAR_FOR_SMALLINT = 30_000;

    /** Whether an identity column gets a number from here instead of the server. */
    boolean givesIdentities() {
        return apart;
    }

    /** The key of a row in a column of numbers. */
    String key(Column column, int row) {
        if (!apart) {
            return String.valueOf(row);
        }
        return String.valueOf((column.type().distinctName().equals("smallint") ? FAR_FOR_SMALLINT : FAR) + row);
    }
}
