package dev.autogen.differ;

/**
 * Two catalogs cannot be compared: the model contradicts itself, or a rename names what is not there. Or a difference
 * cannot be made to go, because other objects hang on it.
 */
public final class DifferException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DifferException(String message) {
        super(message);
    }
}
