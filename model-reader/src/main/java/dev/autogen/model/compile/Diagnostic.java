package dev.autogen.model.compile;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A word of the compiler.
 *
 * @param error false for a warning
 * @param file the source file; empty when the word is about none
 * @param line counted from 1; 0 when not known
 * @param message the compiler's message in English
 */
public record Diagnostic(boolean error, Optional<Path> file, long line, String message) {

    /** {@code Product.java:23: message}, as compilers write it. */
    @Override
    public String toString() {
        return file.map(path -> path + (line > 0 ? ":" + line : "") + ": " + message)
                .orElse(message);
    }
}
