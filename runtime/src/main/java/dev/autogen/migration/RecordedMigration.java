package dev.autogen.migration;

import java.util.List;

/**
 * What a migration asks for, in both directions.
 *
 * @param upgrade what its {@code upgrade} asked for, in order
 * @param downgrade what its {@code downgrade} asked for, in order; empty if it cannot be undone
 * @param reversible whether it can be undone
 */
public record RecordedMigration(List<Step> upgrade, List<Step> downgrade, boolean reversible) {

    public RecordedMigration {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /**
     * Runs both directions of a migration.
     *
     * @throws InvalidMigrationException if one asks for something that makes no sense
     */
    public static RecordedMigration of(Migration migration) {
        List<Step> upgrade = Recorder.record(migration.getClass(), migration::upgrade);
        try {
            return new RecordedMigration(upgrade, Recorder.record(migration.getClass(), migration::downgrade), true);
        } catch (IrreversibleMigrationException cannotBeUndone) {
            return new RecordedMigration(upgrade, List.of(), false);
        }
    }
}
