package dev.autogen.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Something in the model that deserves a word but stops nothing.
 *
 * @param message a sentence
 * @param position where in the sources; empty when not known
 */
public record ModelWarning(String message, Optional<SourcePosition> position) {

    public ModelWarning {
        requireNonNull(message, "message is null");
        requireNonNull(position, "position is null");
    }

    /** The sentence, after its place where that is known. */
    @Override
    public String toString() {
        return position.map(place -> place + ": " + message).orElse(message);
    }
}
