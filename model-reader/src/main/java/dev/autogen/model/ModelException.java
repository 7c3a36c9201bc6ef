package dev.autogen.model;

import java.util.Optional;

/** Why the entities cannot be read: one paragraph that says what is wrong, where, and what to do. */
public class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SourcePosition position;

    /**
     * @param message the paragraph
     * @param position where in the sources; null when not known
     * @param cause what lies beneath; null when nothing does
     */
    ModelException(String message, SourcePosition position, Throwable cause) {
        super(message, cause);
        this.position = position;
    }

    /** Where in the sources; empty when not known. */
    public Optional<SourcePosition> position() {
        return Optional.ofNullable(position);
    }
}
