package dev.autogen.commands.proof;

import static java.util.Objects.requireNonNull;

import dev.autogen.scratch.EmbeddedServerException;
import java.sql.SQLException;

/**
 * What proving a migration said.
 *
 * @param outcome how it ended
 * @param message for people: a sentence, and a line for each thing that rows lose
 * @param verdict the same in brief, for the migration's class
 */
public record Proof(Outcome outcome, String message, String verdict) {
    private static final String FAILED = "proof failed: ";

    /** What a proof does that may not find its server. */
    @FunctionalInterface
    interface Attempt {
        Proof make() throws SQLException;
    }

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
        requireNonNull(verdict, "verdict is null");
    }

    /** A proof of which a class is told what people are. */
    Proof(Outcome outcome, String message) {
        this(outcome, message, message);
    }

    /** What an attempt says; that it was not proved where there is no server, or it fails. */
    static Proof tried(Attempt attempt) {
        try {
            return attempt.make();
        } catch (EmbeddedServerException e) {
            return notProved(e.getMessage());
        } catch (SQLException e) {
            return notProved("the scratch database failed ("
                    + e.getMessage().lines().findFirst().orElse("") + ")");
        }
    }

    /** It could not be tried, for this reason. */
    static Proof notProved(String reason) {
        return new Proof(Outcome.NOT_PROVED, "not proved: " + reason);
    }

    /** A law does not hold. */
    static Proof failed(String law, String difference) {
        return new Proof(Outcome.FAILED, FAILED + law + difference, "Proof failed: " + law + ".");
    }

    /** No proof was asked for. */
    public static Proof skipped() {
        return new Proof(Outcome.SKIPPED, "not proved: switched off");
    }
}
