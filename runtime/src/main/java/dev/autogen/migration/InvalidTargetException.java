package dev.autogen.migration;

/**
 * A database or schema that migrations were to run in is not one. The message is one paragraph for users: which, what is
 * wrong with it, what to do.
 */
public final class InvalidTargetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidTargetException(String message) {
        super(message);
    }
}
