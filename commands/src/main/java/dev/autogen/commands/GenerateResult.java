package dev.autogen.commands;

import dev.autogen.commands.preflight.PreflightResult;
import dev.autogen.commands.proof.Proof;
import java.util.List;
import java.util.Optional;

/**
 * What came of {@code -m}.
 *
 * @param comparison the difference between entities and database
 * @param written the migration, or those that follow on each other where the difference is split; empty where there is no
 *     difference
 * @param proof what proving it said
 * @param preflight what the database's rows say to it; empty where nothing was written or nobody looked
 * @param proofRequired whether a migration that could not be proved is a failure
 */
public record GenerateResult(
        Comparison comparison,
        List<WrittenMigration> written,
        Proof proof,
        Optional<PreflightResult> preflight,
        boolean proofRequired) {

    public GenerateResult {
        written = List.copyOf(written);
    }

    GenerateResult withWritten(List<WrittenMigration> newWritten) {
        return new GenerateResult(comparison, newWritten, proof, preflight, proofRequired);
    }

    /** What to do with what was written. */
    public String nextStep() {
        if (written.size() > 1) {
            return "Review both. Apply the first with `autogen upgrade "
                    + written.get(0).revision()
                    + "` before the new version of the application is deployed, and the second with `autogen upgrade head`"
                    + " when no instance of the old version is left.";
        }
        return switch (comparison.stages().get(0).kind()) {
            case WHOLE -> "Review it, then apply it with `autogen upgrade head`.";
            case EXPAND ->
                "The old version of the application lives on with all of it, so it is one migration. Review it, then apply it"
                        + " with `autogen upgrade head` before the new version is deployed.";
            case CONTRACT ->
                "The old version of the application can live with none of it, so it is one migration. Review it, then apply"
                        + " it with `autogen upgrade head` when no instance of the old version is left.";
        };
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
