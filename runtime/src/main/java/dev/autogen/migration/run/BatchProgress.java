package dev.autogen.migration.run;

import java.util.List;

/**
 * How far a change in batches has come.
 *
 * @param lastKey the last key of the last batch, as text; empty at the beginning of a pass
 * @param rows how many rows have been in a batch so far
 * @param finished whether there is nothing left to do
 */
record BatchProgress(List<String> lastKey, long rows, boolean finished) {
    static final BatchProgress START = new BatchProgress(List.of(), 0, false);

    BatchProgress {
        lastKey = List.copyOf(lastKey);
    }
}
