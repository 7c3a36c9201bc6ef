package dev.autogen.commands.preflight;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * What a look at the data may cost.
 *
 * @param perProbe how long one question may take; more than zero
 * @param inAll how long all of them together may take; empty for as long as they need
 * @param wholeUpTo how many rows a table may have, as the server estimates them, to be read as a whole; larger ones are
 *     sampled where no index answers
 */
public record PreflightLimits(Duration perProbe, Optional<Duration> inAll, long wholeUpTo) {
    /** What {@code upgrade --preflight} takes where it is not told otherwise. */
    public static final PreflightLimits DEFAULT =
            new PreflightLimits(Duration.ofSeconds(10), Optional.empty(), 1_000_000);

    public PreflightLimits {
        requireNonNull(perProbe, "perProbe is null");
        requireNonNull(inAll, "inAll is null");
        if (perProbe.isZero() || perProbe.isNegative()) {
            throw new IllegalArgumentException("a question takes some time: " + perProbe);
        }
    }

    /** The same limits, and a bound for all questions together. */
    public PreflightLimits withinAll(Duration all) {
        return new PreflightLimits(perProbe, Optional.of(all), wholeUpTo);
    }
}
