package dev.autogen.commands.config;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A directory of files, no others within it, that goes when it is closed. */
record TemporaryDirectory(Path path) implements AutoCloseable {

    /**
     * Makes one.
     *
     * @throws ConfigurationException where none can be made
     */
    static TemporaryDirectory create() {
        try {
            return new TemporaryDirectory(Files.createTempDirectory("autogen-classpath"));
        } catch (IOException e) {
            throw new ConfigurationException(
                    "No temporary directory can be made: " + e.getMessage() + ". Name a writable one with"
                            + " -Djava.io.tmpdir.",
                    e);
        }
    }

    @Override
    public void close() {
        File[] files = path.toFile().listFiles();
        if (files != null) {
            Arrays.stream(files).forEach(File::delete);
        }
        path.toFile().delete();
    }
}
