package dev.autogen.differ.hazard;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.operation.Operation;
import java.time.Duration;

/** One thing that a migration does, as far as hazards depend on it. */
public sealed interface JudgedStep {

    /** An operation that runs in a transaction with all others of that number. */
    static JudgedStep inTransaction(int number, Operation operation) {
        if (number < 1) {
            throw new IllegalArgumentException("transactions are counted from 1, not " + number);
        }
        return new Run(operation, number);
    }

    /** An operation that runs outside of a transaction. */
    static JudgedStep outside(Operation operation) {
        return new Run(operation, Run.OUTSIDE);
    }

    /**
     * An operation.
     *
     * @param operation the operation
     * @param transaction the number of the transaction in which it runs, from 1; {@link #OUTSIDE} for none
     */
    record Run(Operation operation, int transaction) implements JudgedStep {
        /** The number that says that it runs outside of a transaction. */
        public static final int OUTSIDE = 0;

        public Run {
            requireNonNull(operation, "operation is null");
        }

        /** Whether it runs in a transaction. */
        public boolean isInTransaction() {
            return transaction != OUTSIDE;
        }
    }

    /**
     * A change of data after which no row has null in a column.
     *
     * @param column the column
     */
    record Fill(ColumnRef column) implements JudgedStep {
        public Fill {
            requireNonNull(column, "column is null");
        }
    }

    /**
     * How long each operation of the whole run waits for a lock, wherever this stands in it.
     *
     * @param limit the limit; zero waits for ever
     */
    record LockTimeout(Duration limit) implements JudgedStep {
        public LockTimeout {
            requireNonNull(limit, "limit is null");
        }
    }
}
