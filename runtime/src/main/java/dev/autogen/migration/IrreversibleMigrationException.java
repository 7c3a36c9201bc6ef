package dev.autogen.migration;

/** A migration says that it cannot be undone. */
public final class IrreversibleMigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * For a {@code downgrade} that says why.
     *
     * @param message what cannot be undone, and why
     */
    public IrreversibleMigrationException(String message) {
        super(message);
    }
}
