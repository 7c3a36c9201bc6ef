package dev.autogen.migration;

import dev.autogen.migration.revision.Direction;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds out what a migration asks for, without a database. */
public final class Recorder {
    private Recorder() {}

    /**
     * Runs one direction of a migration, {@code record(migration::upgrade)}; both at once is
     * {@link RecordedMigration#of}. Nothing is beside it that {@link DataOperations#sqlFile} could read.
     *
     * @return what it asked for, in order
     * @throws InvalidMigrationException if it asks for something that makes no sense
     * @throws IrreversibleMigrationException if it is the way back of a migration that has none
     */
    public static List<Step> record(Consumer<Operations> direction) {
        return record(null, direction);
    }

    /**
     * Runs one direction of a migration and notes where in its source each step was asked for.
     *
     * @throws InvalidMigrationException as {@link #record(Consumer)}; its stack trace begins where it was asked
     * @throws IrreversibleMigrationException as {@link #record(Consumer)}
     */
    public static TracedSteps trace(Migration migration, Direction direction) {
        TracedSteps.Tracing recording = new TracedSteps.Tracing(migration.getClass());
        Operations op = new RecordingOperations(recording, null);
        if (direction == Direction.UPGRADE) {
            migration.upgrade(op);
        } else {
            migration.downgrade(op);
        }
        return recording.traced();
    }

    /**
     * The same migration with its {@link Elements#todo open} backfills filled, so that it can be tried on rows before its
     * author has written them.
     *
     * @param expression what to fill each with, as SQL over the table's columns
     */
    public static Migration filled(Migration migration, Function<Step.Unfilled, String> expression) {
        return new FilledMigration(migration, expression);
    }

    /**
     * Runs one direction of a migration.
     *
     * @param migration its class; null where it has none
     */
    static List<Step> record(Class<?> migration, Consumer<Operations> direction) {
        Recording recording = new Recording(migration);
        direction.accept(new RecordingOperations(recording, null));
        return recording.finish();
    }
}
