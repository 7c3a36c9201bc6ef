package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

import dev.autogen.commands.proof.Proof;

/**
 * What came of a merge.
 *
 * @param written the migration that joins the branches
 * @param proof whether they come to the same whichever is applied first; never failed, since then nothing is written
 */
public record MergeResult(WrittenMigration written, Proof proof) {

    public MergeResult {
        requireNonNull(written, "written is null");
        requireNonNull(proof, "proof is null");
    }

    MergeResult withWritten(WrittenMigration newWritten) {
        return new MergeResult(newWritten, proof);
    }
}
