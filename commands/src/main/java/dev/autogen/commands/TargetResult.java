package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What came of a command in one of several databases or schemas.
 *
 * @param target its name; no password
 * @param result what was done, and where it is; of one that failed, where it is if that can be told; empty of one that was
 *     not begun
 * @param thrown why it failed; empty unless it did
 */
public record TargetResult(String target, Optional<RunResult> result, Optional<Throwable> thrown) {

    public TargetResult {
        requireNonNull(target, "target is null");
        requireNonNull(result, "result is null");
        requireNonNull(thrown, "thrown is null");
    }

    static TargetResult done(String target, RunResult result) {
        return new TargetResult(target, Optional.of(result), Optional.empty());
    }

    static TargetResult failed(String target, Optional<RunResult> at, Throwable thrown) {
        return new TargetResult(target, at, Optional.of(thrown));
    }

    static TargetResult skipped(String target) {
        return new TargetResult(target, Optional.empty(), Optional.empty());
    }

    /** The failure as users and scripts see it. */
    public Optional<Failure> failure() {
        return thrown.map(Failure::of);
    }

    /** Whether it was not begun, since another one had failed. */
    public boolean isSkipped() {
        return result.isEmpty() && thrown.isEmpty();
    }
}
