package dev.autogen.spring;

import dev.autogen.migration.run.LockedException;
import dev.autogen.migration.run.MigrationFailedException;
import java.sql.SQLException;

/** The application does not start because of its migrations. The message says what is wrong. */
public final class MigrationStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String cure;

    MigrationStartException(String message, String cure, Throwable cause) {
        super(message, cause);
        this.cure = cure;
    }

    /** The same failure in the words of an application. */
    static MigrationStartException of(Exception e) {
        if (e instanceof MigrationStartException already) {
            return already;
        }
        if (e instanceof SQLException) {
            return new MigrationStartException(
                    "The database of the migrations cannot be reached or refuses what autogen needs: " + e.getMessage(),
                    "Check spring.datasource.url, username and password, or autogen.url, user and password if the"
                            + " migrations have their own, and that the role may create tables in the schema.",
                    e);
        }
        return new MigrationStartException(e.getMessage(), cure(e), e);
    }

    private static String cure(Exception e) {
        if (e instanceof LockedException) {
            return "Wait until the other instance is done and start this one again. autogen.patience says how long an"
                    + " instance waits by itself.";
        }
        if (e instanceof MigrationFailedException) {
            return "Correct the migration, or the data that it stumbles over, and start the application again: it goes on"
                    + " from where the database is.";
        }
        return "Correct it and start the application again.";
    }

    /** What to do about it. */
    String cure() {
        return cure;
    }
}
