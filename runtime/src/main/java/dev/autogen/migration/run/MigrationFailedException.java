package dev.autogen.migration.run;

import dev.autogen.migration.revision.RevisionInfo;

/**
 * A migration failed. The message is one paragraph for users: which migration, which statement, what PostgreSQL said,
 * and the state the database is in.
 */
public final class MigrationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The migration; kept out of serialization, which nobody needs of it. */
    private final transient RevisionInfo revision;

    private final boolean inJavaCode;

    MigrationFailedException(RevisionInfo revision, String message, Throwable cause) {
        this(revision, message, cause, false);
    }

    MigrationFailedException(RevisionInfo revision, String message, Throwable cause, boolean inJavaCode) {
        super(message, cause);
        this.revision = revision;
        this.inJavaCode = inJavaCode;
    }

    /** The migration that failed. */
    public RevisionInfo revision() {
        return revision;
    }

    /** Whether it failed in Java code of its own, which works on data that may not be there. */
    public boolean isInJavaCode() {
        return inJavaCode;
    }
}
