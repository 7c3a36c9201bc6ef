package dev.autogen.introspector;

/** The role may not see what it has to see, or the server is too old. The message says what to do about it. */
public final class IntrospectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IntrospectionException(String message) {
        super(message);
    }
}
