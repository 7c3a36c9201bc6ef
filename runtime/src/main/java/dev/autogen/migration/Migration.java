package dev.autogen.migration;

/**
 * One step in the history of a database's schema. A migration is a public class with a constructor that takes nothing
 * and a {@link Revision} that says where in the history it stands.
 *
 * <p>Both methods only record: they run without a database, and what they asked of {@code op} is executed afterwards.
 * So they must not depend on anything but themselves; data is reached through {@link Operations#execute} and
 * {@link Operations#withConnection}.
 */
public interface Migration {

    /**
     * Records what brings the schema from the revision before to this one.
     *
     * @param op records the operations; of no use once this method has returned
     */
    void upgrade(Operations op);

    /**
     * Records what undoes {@link #upgrade}. A migration that cannot be undone does not override this method.
     *
     * @param op records the operations; of no use once this method has returned
     * @throws IrreversibleMigrationException if this migration cannot be undone
     */
    default void downgrade(Operations op) {
        throw new IrreversibleMigrationException(getClass().getSimpleName() + " has no downgrade: it cannot be undone");
    }
}
