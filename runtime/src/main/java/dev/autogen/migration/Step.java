package dev.autogen.migration;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.operation.Operation;

/** One thing that a migration asked for. */
public sealed interface Step {

    /**
     * An operation, which can be shown as SQL.
     *
     * @param operation the operation
     */
    record Run(Operation operation) implements Step {
        public Run {
            requireNonNull(operation, "operation is null");
        }
    }

    /**
     * Java code that works on the data, of which nothing is known before it runs.
     *
     * @param work the code
     */
    record Callback(ConnectionWork work) implements Step {
        public Callback {
            requireNonNull(work, "work is null");
        }
    }
}
