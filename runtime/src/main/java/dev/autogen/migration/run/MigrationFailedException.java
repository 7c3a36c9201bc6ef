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

    MigrationFailedException(RevisionInfo revision, String message, Throwable cause) {
        super(message, cause);
        this.revision = revision;
    }

    /** The migration that failed. */
    public RevisionInfo revision() {
        return revision;
    }
}
