package dev.autogen.scratch;

/** The embedded PostgreSQL cannot be had; the message is one paragraph for the user: what is wrong, where, what to do. */
public final class EmbeddedServerException extends RuntimeException {

    /** The way out that always exists, as the end of a message. */
    static final String USE_ANOTHER_DATABASE = "or name another database with --url";

    EmbeddedServerException(String message) {
        super(message);
    }

    EmbeddedServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
