package dev.autogen.migration;

import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What has been asked for so far. A statement such as {@code op.createIndex(...).unique()} is several calls, so each
 * operation is made only when the recording ends, in the place of its first call.
 */
final class Recording {
    private final List<Supplier<Step>> steps = new ArrayList<>();
    private boolean finished;

    void add(String call, Supplier<? extends Operation> operation) {
        step(call, () -> new Step.Run(operation.get()));
    }

    void step(String call, Supplier<Step> step) {
        checkOpen(call);
        steps.add(step);
    }

    /** Refuses calls that come too late to have an effect. */
    void checkOpen(String call) {
        if (finished) {
            throw new InvalidMigrationException(call + ": called after the migration's method had returned,"
                    + " when nothing can be recorded any more; call it within upgrade or downgrade");
        }
    }

    List<Step> finish() {
        List<Step> made = steps.stream().map(Supplier::get).toList();
        finished = true;
        return made;
    }
}
