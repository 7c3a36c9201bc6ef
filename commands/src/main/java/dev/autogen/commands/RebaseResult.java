package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

import dev.autogen.commands.proof.Proof;
import dev.autogen.migration.revision.RevisionInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of a rebase.
 *
 * @param onto the revision on which the branch stands now
 * @param moved the migrations of the branch, in the order of the history
 * @param proof whether the branches come to the same whichever is applied first; never failed
 * @param postWriteFailure what went wrong with a command of {@code --post-write}; the files are there all the same
 */
public record RebaseResult(RevisionInfo onto, List<Moved> moved, Proof proof, Optional<String> postWriteFailure) {

    /**
     * A migration whose header was rewritten.
     *
     * @param before what the header said
     * @param after what it says now
     * @param from its file before
     * @param to its file now, the same where the name did not change
     */
    public record Moved(RevisionInfo before, RevisionInfo after, Path from, Path to) {}

    public RebaseResult {
        requireNonNull(onto, "onto is null");
        moved = List.copyOf(moved);
        requireNonNull(proof, "proof is null");
        requireNonNull(postWriteFailure, "postWriteFailure is null");
    }

    RebaseResult withPostWriteFailure(Optional<String> newFailure) {
        return new RebaseResult(onto, moved, proof, newFailure);
    }
}
