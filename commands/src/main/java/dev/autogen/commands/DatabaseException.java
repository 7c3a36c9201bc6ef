package dev.autogen.commands;

import dev.autogen.commands.config.ConnectionTarget;
import java.sql.SQLException;

/** A refusal by one of several databases; {@link Failure} says by which. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ConnectionTarget target;
    private final SQLException refusal;

    /**
     * A refusal.
     *
     * @param target the database that refused
     */
    public DatabaseException(ConnectionTarget target, SQLException refusal) {
        super(refusal);
        this.target = target;
        this.refusal = refusal;
    }

    ConnectionTarget target() {
        return target;
    }

    SQLException refusal() {
        return refusal;
    }
}
