package dev.autogen.commands.config;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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

    /**
     * Keeps what makes the next command faster, whole or not at all: whoever reads meanwhile finds the file as it was, or
     * as it is. A project that cannot be written to goes without.
     *
     * @param file within {@link #NAME}, such as {@code classes.zip}; directories above it are made
     * @param content writes it
     */
    public static void keep(Path project, String file, Content content) {
        try {
            Path target = create(project).resolve(file);
            Path directory = Files.createDirectories(target.getParent());
            Path fresh = Files.createTempFile(directory, "fresh", ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                    content.writeTo(out);
                }
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            // What could not be kept is made again by the next command.
            return;
        }
    }

    /** Writes what a file is to hold. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
