package dev.autogen.migration;

/**
 * A migration asks for something that makes no sense, or its class cannot be made; the message names the call or class.
 */
public final class InvalidMigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidMigrationException(String message) {
        super(message);
    }

    InvalidMigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
