package dev.autogen.commands.history;

import dev.autogen.migration.revision.RevisionInfo;
import java.nio.file.Path;

/**
 * A migration's source file, of which only the header has been read.
 *
 * @param path the file
 * @param className the class in it, with its package
 * @param info what the header says
 */
public record MigrationFile(Path path, String className, RevisionInfo info) {}
