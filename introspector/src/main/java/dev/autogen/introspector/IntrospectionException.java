package dev.autogen.introspector;

/** The role may not see what it has to see, the server is too old, or the schema does not hold still. The message says what to do about it. */
public final class IntrospectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IntrospectionException(String message) {
        super(message);
    }

    IntrospectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
