package dev.autogen.commands.lint;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A place in a source.
 *
 * @param file the file
 * @param number the line, from 1; null when the whole file is meant or the line is not known
 */
public record SourceLine(Path file, Integer number) {
    public SourceLine {
        requireNonNull(file, "file is null");
    }

    /** The line, where it is known. */
    public Optional<Integer> line() {
        return Optional.ofNullable(number);
    }

    @Override
    public String toString() {
        return number == null ? file.toString() : file + ":" + number;
    }
}
