package dev.autogen.commands;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A migration that was written.
 *
 * @param file the file, relative to the working directory where it lies below
 * @param revision its identifier
 * @param source what is in the file
 * @param missingDependency what to add to the build file, where the project cannot compile the class yet
 * @param postWriteFailure what went wrong with a command of {@code --post-write}; the file is there all the same
 */
public record WrittenMigration(
        Path file,
        String revision,
        String source,
        Optional<String> missingDependency,
        Optional<String> postWriteFailure) {

    WrittenMigration(Path file, String revision, String source, Optional<String> missingDependency) {
        this(file, revision, source, missingDependency, Optional.empty());
    }
}
