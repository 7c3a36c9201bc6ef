package dev.autogen.migration.run;

/**
 * A run did not get its turn: another runner did not finish in time, or the thread was interrupted. The message says which,
 * and what to do.
 */
public final class LockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LockedException(String message) {
        super(message);
    }
}
