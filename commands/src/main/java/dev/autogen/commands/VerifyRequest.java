package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

/**
 * What {@code verify} is asked for.
 *
 * @param range {@code A:B}, both of them included, or one revision; {@code base:heads} for all there are
 * @param entities whether the end of the history is compared with the entities
 */
public record VerifyRequest(String range, boolean entities) {
    /** The whole history. */
    public static final String EVERYTHING = "base:heads";

    public VerifyRequest {
        requireNonNull(range, "range is null");
    }
}
