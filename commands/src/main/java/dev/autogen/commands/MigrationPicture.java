package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

import dev.autogen.commands.diagram.SchemaSketch;
import dev.autogen.commands.lint.Finding;
import dev.autogen.migration.revision.RevisionInfo;
import java.nio.file.Path;
import java.util.List;

/**
 * What a migration does, without a database.
 *
 * @param revision what its header says
 * @param file its file, relative to the working directory where it lies below
 * @param upgrade what it does, step by step
 * @param downgrade what undoes it; empty where nothing does
 * @param before the tables before it, as far as the operations of the history tell
 * @param after the tables after it
 * @param complete whether that is all: no SQL or Java code of an author, here or before, could have changed a table
 */
public record MigrationPicture(
        RevisionInfo revision,
        Path file,
        List<Line> upgrade,
        List<Line> downgrade,
        SchemaSketch before,
        SchemaSketch after,
        boolean complete) {

    /**
     * A step.
     *
     * @param text what it does, in a line
     * @param findings what can go wrong with it, errors and warnings alone
     */
    public record Line(String text, List<Finding> findings) {
        public Line {
            requireNonNull(text, "text is null");
            findings = List.copyOf(findings);
        }
    }

    public MigrationPicture {
        requireNonNull(revision, "revision is null");
        requireNonNull(file, "file is null");
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        requireNonNull(before, "before is null");
        requireNonNull(after, "after is null");
    }
}
