package dev.autogen.migration;

import dev.autogen.migration.BatchedChange.Assignment;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A migration whose open backfills are filled, see {@link Recorder#filled}. */
final class FilledMigration implements Migration {
    private final Migration migration;
    private final Function<Step.Unfilled, String> expression;

    FilledMigration(Migration migration, Function<Step.Unfilled, String> expression) {
        this.migration = migration;
        this.expression = expression;
    }

    @Override
    public void upgrade(Operations op) {
        record(migration::upgrade, op);
    }

    @Override
    public void downgrade(Operations op) {
        record(migration::downgrade, op);
    }

    private void record(Consumer<Operations> direction, Operations op) {
        Recording recording = ((RecordingOperations) op).recording;
        for (Step step : Recorder.record(migration.getClass(), direction)) {
            Step filled = step instanceof Step.Unfilled unfilled ? filled(unfilled) : step;
            recording.step("filled", () -> filled);
        }
    }

    private Step filled(Step.Unfilled unfilled) {
        String sql = expression.apply(unfilled);
        if (unfilled.key().isEmpty()) {
            return Backfill.update(unfilled.table(), unfilled.column(), sql);
        }
        return new Step.Batch(new BatchedChange(
                unfilled.table(),
                unfilled.key(),
                Backfill.isNull(unfilled.column()),
                List.of(new Assignment(unfilled.column(), sql)),
                null,
                BatchCreation.SIZE,
                Duration.ZERO,
                true));
    }
}
