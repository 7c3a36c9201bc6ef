package dev.autogen.commands;

import dev.autogen.commands.preflight.PreflightResult;
import dev.autogen.commands.proof.Proof;
import java.util.Optional;

/**
 * What came of {@code -m}.
 *
 * @param comparison the difference between entities and database
 * @param written the migration; empty where there is no difference
 * @param proof what proving it said
 * @param preflight what the database's rows say to it; empty where nothing was written or nobody looked
 * @param proofRequired whether a migration that could not be proved is a failure
 */
public record GenerateResult(
        Comparison comparison,
        Optional<WrittenMigration> written,
        Proof proof,
        Optional<PreflightResult> preflight,
        boolean proofRequired) {

    GenerateResult withWritten(Optional<WrittenMigration> newWritten) {
        return new GenerateResult(comparison, newWritten, proof, preflight, proofRequired);
    }

    /** Whether nothing was written, or what was written holds what was asked of it. */
    public boolean isAcceptable() {
        return switch (proof.outcome()) {
            case PROVED, SKIPPED -> true;
            case NOT_PROVED -> !proofRequired;
            case FAILED -> false;
        };
    }
}
