package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.revision.RevisionInfo;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of a squash.
 *
 * @param written the migration that stands in for the range
 * @param replaced the revisions of the range, oldest first
 * @param kept the directory to which their files were moved
 * @param proof the sentence that says what was proved
 * @param notices what deserves a look
 */
public record SquashResult(
        WrittenMigration written, List<RevisionInfo> replaced, Path kept, String proof, List<String> notices) {

    public SquashResult {
        requireNonNull(written, "written is null");
        replaced = List.copyOf(replaced);
        requireNonNull(kept, "kept is null");
        requireNonNull(proof, "proof is null");
        notices = List.copyOf(notices);
    }

    SquashResult withWritten(WrittenMigration newWritten) {
        return new SquashResult(newWritten, replaced, kept, proof, notices);
    }
}
