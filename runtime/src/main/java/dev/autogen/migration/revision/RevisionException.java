package dev.autogen.migration.revision;

/**
 * The history of migrations does not hold what was asked for, or contradicts itself. The message is one paragraph for
 * users: what is wrong, where, and what to do.
 */
public final class RevisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RevisionException(String message) {
        super(message);
    }
}
