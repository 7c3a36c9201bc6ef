package dev.autogen.migration.run;

/** Another runner did not finish in time. The message names it and says what to do. */
public final class LockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LockedException(String message) {
        super(message);
    }
}
