package dev.autogen.migration;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** One row for {@link Operations#bulkInsert}, see {@link Elements#row}. */
public final class Row {
    private final List<Object> values;

    Row(Object... values) {
        // "row(null)" passes no array at all, but means one null.
        this.values = values == null
                ? Collections.singletonList(null)
                : Collections.unmodifiableList(Arrays.asList(values.clone()));
    }

    List<Object> values() {
        return values;
    }
}
