package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds what a command is expected to write, compared whole. With {@code -Dautogen.golden=write} the file is
 * written instead, to be reviewed like any other change.
 *
 * @param file the file
 */
record Golden(Path file) {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final boolean WRITE = "write".equals(System.getProperty("autogen.golden"));

    /** The file of that path below the folder of golden files. */
    static Golden file(String path) {
        return new Golden(FOLDER.resolve(path));
    }

    /** Demands that this is what the file holds but for a line of its own, which it does hold. */
    void holdsWithout(String line, String actual) throws IOException {
        String expected = Files.readString(file);
        assertThat(expected).contains(line);
        assertThat(actual).as(file.toString()).isEqualTo(expected.replace(line, ""));
    }

    /** Demands that this is what the file holds. */
    void holds(String actual) {
        try {
            if (WRITE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
