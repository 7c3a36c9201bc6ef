package dev.autogen.model;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A place in a source file.
 *
 * @param file the file, as its source root was given
 * @param line counted from 1
 */
public record SourcePosition(Path file, int line) {

    public SourcePosition {
        requireNonNull(file, "file is null");
    }

    /** {@code Product.java:23} with the file's whole path, as compilers write it. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
