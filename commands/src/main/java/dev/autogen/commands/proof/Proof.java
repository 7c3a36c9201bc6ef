package dev.autogen.commands.proof;

import static java.util.Objects.requireNonNull;

/**
 * What proving a migration said.
 *
 * @param outcome how it ended
 * @param message one sentence for people
 */
public record Proof(Outcome outcome, String message) {

    /** How a proof ends. */
    public enum Outcome {
        /** Upgrade gives what the entities say, downgrade what was there before, upgrade works again. */
        PROVED,
        /** It could not be tried; the message says why. */
        NOT_PROVED,
        /** One of the three does not hold; the message says which, and the difference. */
        FAILED,
        /** Nobody asked for it. */
        SKIPPED
    }

    public Proof {
        requireNonNull(outcome, "outcome is null");
        requireNonNull(message, "message is null");
    }

    /** No proof was asked for. */
    public static Proof skipped() {
        return new Proof(Outcome.SKIPPED, "not proved: switched off");
    }
}
