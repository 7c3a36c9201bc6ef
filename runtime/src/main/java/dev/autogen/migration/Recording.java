package dev.autogen.migration;

import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What has been asked for so far. A statement such as {@code op.createIndex(...).unique()} is several calls, so each
 * operation is made only when the recording ends, in the place of its first call.
 */
class Recording {
    private final List<Asked> all = new ArrayList<>();
    /** Where the next step goes: {@link #all}, or what is asked for within {@code autocommit}. */
    private List<Asked> open = all;

    /** The migration's class, beside which its files are; null where there is none. */
    private final Class<?> migration;

    private boolean finished;

    Recording(Class<?> migration) {
        this.migration = migration;
    }

    /**
     * A step that was asked for.
     *
     * @param step makes it
     * @param origin where that was; null where nobody wants to know
     */
    record Asked(Supplier<Step> step, StepOrigin origin) {}

    /** Where a call comes from; null where nobody wants to know. */
    StepOrigin origin(String call) {
        return null;
    }

    /** Makes a step. */
    Step made(Asked asked) {
        return asked.step().get();
    }

    final Class<?> migration() {
        return migration;
    }

    final void add(String call, Supplier<? extends Operation> operation) {
        step(call, () -> new Step.Run(operation.get()));
    }

    final void step(String call, Supplier<Step> step) {
        checkOpen(call);
        open.add(new Asked(step, origin(call)));
    }

    /** What the block asks for runs outside of a transaction. */
    final void autocommit(String call, Runnable block) {
        checkTransactional(call);
        List<Asked> within = new ArrayList<>();
        open = within;
        try {
            block.run();
        } finally {
            open = all;
        }
        if (within.isEmpty()) {
            throw new InvalidMigrationException(call + ": there is nothing in it");
        }
        step(call, () -> new Step.Autocommit(made(within)));
    }

    /** Refuses within {@code autocommit} what ends a transaction or has its own. */
    final void checkTransactional(String call) {
        checkOpen(call);
        if (open != all) {
            throw new InvalidMigrationException(
                    call + ": cannot stand within autocommit, where there is no transaction; write it before or after");
        }
    }

    /** Refuses calls that come too late to have an effect. */
    final void checkOpen(String call) {
        if (finished) {
            throw new InvalidMigrationException(call + ": called after the migration's method had returned,"
                    + " when nothing can be recorded any more; call it within upgrade or downgrade");
        }
    }

    final List<Step> finish() {
        List<Step> made = made(all);
        finished = true;
        return made;
    }

    private List<Step> made(List<Asked> steps) {
        return steps.stream().map(this::made).toList();
    }
}
