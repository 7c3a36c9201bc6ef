package dev.autogen.commands.preflight;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How much of a table is read.
 *
 * @param percent how many of its blocks in a hundred; empty for all of it
 */
record Scan(Optional<BigDecimal> percent) {
    static final Scan WHOLE = new Scan(Optional.empty());

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** About so many of the rows. */
    static Scan sample(long wanted, long of) {
        BigDecimal percent = BigDecimal.valueOf(wanted)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(of), new MathContext(2, RoundingMode.UP));
        return new Scan(Optional.of(percent.min(HUNDRED)));
    }

    /** What stands behind the name of the table. The same blocks are read each time, so that answers stay. */
    String clause() {
        return percent.map(part -> " TABLESAMPLE SYSTEM (" + part.toPlainString() + ") REPEATABLE (0)")
                .orElse("");
    }
}
