package dev.autogen.migration.run;

/**
 * The connection does not stay with one session of the server, so the lock that keeps a second runner out does not hold.
 * The message says what to connect to instead.
 */
public final class UnsafeConnectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsafeConnectionException(String message) {
        super(message);
    }
}
