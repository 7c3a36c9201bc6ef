package dev.autogen.commands.preflight;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * How much of a large table was read.
 *
 * @param percent how many of its blocks in a hundred
 * @param estimatedRows how many rows it has, as the server estimates
 */
public record Sampled(BigDecimal percent, long estimatedRows) {
    private static final long MILLION = 1_000_000;

    /** {@code sampled 1% of about 10M rows}. */
    @Override
    public String toString() {
        return "sampled " + percent.stripTrailingZeros().toPlainString() + "% of about " + rows() + " rows";
    }

    private String rows() {
        return estimatedRows < MILLION
                ? String.format(Locale.ROOT, "%,d", estimatedRows)
                : String.format(Locale.ROOT, "%.1fM", estimatedRows / (double) MILLION)
                        .replace(".0M", "M");
    }
}
