package dev.autogen.commands.proof;

/**
 * What a command was to write does not hold what it promises, so nothing was written. One paragraph says what does not
 * hold and what to do.
 */
public final class DisprovedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DisprovedException(String message) {
        super(message);
    }
}
