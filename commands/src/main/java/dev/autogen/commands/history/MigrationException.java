package dev.autogen.commands.history;

/** The project's migrations cannot be compiled or loaded; one paragraph says which file, where, and what to do. */
public final class MigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
