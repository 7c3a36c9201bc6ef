package dev.autogen.commands.preflight;

import java.time.Duration;
import java.util.Optional;

/** How much time is left: for all probes together, and for the one that is under way. */
final class Clock {
    private final PreflightLimits limits;
    private final long start = System.nanoTime();
    private long startOfProbe = start;

    Clock(PreflightLimits limits) {
        this.limits = limits;
    }

    void beginProbe() {
        startOfProbe = System.nanoTime();
    }

    Duration elapsed() {
        return since(start);
    }

    /** What is left for the probe, zero where its time is over. */
    Duration left() {
        Duration left = limits.perProbe().minus(since(startOfProbe));
        Optional<Duration> leftInAll = limits.inAll().map(all -> all.minus(elapsed()));
        Duration shorter = leftInAll.filter(all -> all.compareTo(left) < 0).orElse(left);
        return shorter.isNegative() ? Duration.ZERO : shorter;
    }

    /** Which of the bounds it was that a probe ran into. */
    String words() {
        boolean all = limits.inAll()
                .filter(bound -> elapsed().plusMillis(1).compareTo(bound) >= 0)
                .isPresent();
        return all
                ? "the " + seconds(limits.inAll().orElseThrow()) + " for all of it were over"
                : "over " + seconds(limits.perProbe());
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
