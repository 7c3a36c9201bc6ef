package dev.autogen.differ.hazard;

import dev.autogen.schema.TableSize;
import java.util.Locale;

/** How large a table is, in the words of a hazard. */
final class SizeText {
    private static final String[] ROW_UNITS = {"", "K", "M", "G"};
    private static final String[] BYTE_UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    private SizeText() {}

    /**
     * {@code " (about 1.2M rows, 340 MB)"}, with the space before it. Of what is small no numbers are told: they say nothing,
     * and the same change would not be told in the same words again.
     */
    static String of(TableSize size, boolean small) {
        if (size.estimatedRows() == 0) {
            return " (empty)";
        }
        if (small) {
            return " (small)";
        }
        return size.estimatedRows() < 0
                ? " (" + bytes(size.bytes()) + ")"
                : " (" + rows(size.estimatedRows()) + ", " + bytes(size.bytes()) + ")";
    }

    private static String rows(long rows) {
        int unit = rows < 1_000 ? 0 : rows < 1_000_000 ? 1 : rows < 1_000_000_000 ? 2 : 3;
        return "about " + rounded(rows / Math.pow(1_000, unit)) + ROW_UNITS[unit] + (rows == 1 ? " row" : " rows");
    }

    private static String bytes(long bytes) {
        int unit = 0;
        double shown = bytes;
        while (shown >= 1_024 && unit < BYTE_UNITS.length - 1) {
            shown /= 1_024;
            unit++;
        }
        return (shown < 10 ? rounded(shown) : String.valueOf(Math.round(shown))) + " " + BYTE_UNITS[unit];
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%.1f", number).replace(".0", "");
    }
}
