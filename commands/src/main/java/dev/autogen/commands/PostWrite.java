package dev.autogen.commands;

import dev.autogen.commands.config.PostWriteCommand;
import dev.autogen.commands.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs the commands of {@code --post-write} on migrations that were written: a formatter, {@code git add}. */
final class PostWrite {
    private static final String KEPT = " The file is kept: ";

    private final Workspace workspace;
    private final List<PostWriteCommand> commands;

    /** Reads the commands, before anything is written: one that is malformed is an error. */
    PostWrite(Workspace workspace) {
        this.workspace = workspace;
        this.commands = workspace.settings().postWrite();
    }

    /** Runs them on a migration, and reads again what is in its file then. */
    WrittenMigration on(WrittenMigration written) {
        if (commands.isEmpty()) {
            return written;
        }
        Path file = workspace.surroundings().workingDirectory().resolve(written.file());
        Optional<String> failure = on(List.of(file));
        try {
            String source = Files.exists(file) ? Files.readString(file) : written.source();
            return new WrittenMigration(
                    written.file(), written.revision(), source, written.missingDependency(), failure);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs them on each of the files; answers what went wrong, and then nothing more is run. */
    Optional<String> on(List<Path> files) {
        for (Path file : files) {
            for (PostWriteCommand command : commands) {
                Optional<String> failure = run(command, file);
                if (failure.isPresent()) {
                    return failure;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> run(PostWriteCommand command, Path file) {
        String name = "The command " + command.text() + " (" + command.origin() + "), which runs after a migration was"
                + " written, ";
        try {
            int exit = new Program(
                            command.wordsFor(file.toString()),
                            workspace.settings().project(),
                            workspace.surroundings().environment())
                    .run(workspace.progress()::say);
            if (exit == 0) {
                return Optional.empty();
            }
            return Optional.of(name + "ended with " + exit + "; what it said stands above." + KEPT + file
                    + ". Correct the command, or what it complains of, and run it by hand.");
        } catch (IOException e) {
            return Optional.of(name + "cannot be run: " + e.getMessage() + "." + KEPT + file
                    + ". Correct the command; no shell looks at it, so name one where it needs it: sh -c '...'.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(name + "was interrupted." + KEPT + file + ".");
        }
    }
}
