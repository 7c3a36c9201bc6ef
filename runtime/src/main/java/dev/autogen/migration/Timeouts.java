package dev.autogen.migration;

import java.time.Duration;

/**
 * How long one direction of a migration lets its statements wait and run, where it says so itself.
 *
 * @param lock how long a statement waits for a lock, zero for ever; null where the runner's own limit holds
 * @param statement how long a statement runs, zero for ever; null where the server's own limit holds
 */
public record Timeouts(Duration lock, Duration statement) {
    /** The migration says nothing. */
    public static final Timeouts NONE = new Timeouts(null, null);

    /** These limits, and the other's where these are silent. */
    public Timeouts or(Timeouts other) {
        return new Timeouts(lock == null ? other.lock : lock, statement == null ? other.statement : statement);
    }
}
