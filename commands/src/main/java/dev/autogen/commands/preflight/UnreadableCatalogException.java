package dev.autogen.commands.preflight;

import java.io.Serial;
import java.sql.SQLException;

/** The database does not say what its tables are. */
final class UnreadableCatalogException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableCatalogException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    SQLException refusal() {
        return (SQLException) getCause();
    }
}
