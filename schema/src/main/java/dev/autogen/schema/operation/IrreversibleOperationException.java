package dev.autogen.schema.operation;

/** An operation was asked for its reverse and cannot know it. */
public final class IrreversibleOperationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IrreversibleOperationException(String message) {
        super(message);
    }
}
