package dev.autogen.commands.lint;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.revision.RevisionInfo;
import java.nio.file.Path;
import java.util.List;

/**
 * A migration that was looked at.
 *
 * @param revision its place in the history
 * @param file its source
 * @param findings what was found, by direction and in the order of the steps
 */
public record LintedMigration(RevisionInfo revision, Path file, List<Finding> findings) {
    public LintedMigration {
        requireNonNull(revision, "revision is null");
        requireNonNull(file, "file is null");
        findings = List.copyOf(findings);
    }
}
