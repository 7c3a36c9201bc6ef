package dev.autogen.differ;

import dev.autogen.schema.QualifiedName;
import java.util.Locale;
import java.util.Map;

/** How many rows tables have, about, in the words of a hazard. */
final class RowEstimates {
    private final Map<QualifiedName, Long> rows;

    RowEstimates(Map<QualifiedName, Long> rows) {
        this.rows = rows;
    }

    /** {@code " (about 1.2M rows)"}, with the space before it; empty where nothing is known of the table. */
    String of(QualifiedName table) {
        long estimate = rows.getOrDefault(table, -1L);
        return estimate < 0 ? "" : " (about " + rounded(estimate) + (estimate == 1 ? " row)" : " rows)");
    }

    private static String rounded(long rows) {
        if (rows < 1_000) {
            return String.valueOf(rows);
        }
        double shown = rows < 1_000_000 ? rows / 1e3 : rows < 1_000_000_000 ? rows / 1e6 : rows / 1e9;
        String unit = rows < 1_000_000 ? "K" : rows < 1_000_000_000 ? "M" : "G";
        return String.format(Locale.ROOT, "%.1f", shown).replace(".0", "") + unit;
    }
}
