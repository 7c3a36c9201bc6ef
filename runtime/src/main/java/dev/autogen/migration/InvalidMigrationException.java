package dev.autogen.migration;

/** The source of a migration asks for something that makes no sense; the message names the call. */
public final class InvalidMigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidMigrationException(String message) {
        super(message);
    }
}
