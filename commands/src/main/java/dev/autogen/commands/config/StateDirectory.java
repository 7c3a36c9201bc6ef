package dev.autogen.commands.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project's {@code .autogen}: what autogen keeps between commands, and may be deleted at any time. */
public final class StateDirectory {
    /** Its name within the project directory. */
    public static final String NAME = ".autogen";

    private StateDirectory() {}

    /**
     * Makes it where it is missing; it hides itself from git.
     *
     * @throws IOException if the project directory cannot be written to
     */
    public static Path create(Path project) throws IOException {
        Path directory = Files.createDirectories(project.resolve(NAME));
        Path ignored = directory.resolve(".gitignore");
        if (!Files.exists(ignored)) {
            Files.writeString(ignored, "*\n");
        }
        return directory;
    }
}
