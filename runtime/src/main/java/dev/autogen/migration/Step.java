package dev.autogen.migration;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.Operation;
import java.util.List;
import java.util.stream.Stream;

/** One thing that a migration asked for. {@link dev.autogen.migration.run.Segment} says which of them run together. */
public sealed interface Step {

    /**
     * The operations among the steps, in order, those outside of a transaction too. What Java code and batches do to the
     * data is not among them.
     */
    static List<Operation> operations(List<Step> steps) {
        return steps.stream().flatMap(Step::operations).toList();
    }

    private static Stream<Operation> operations(Step step) {
        if (step instanceof Run run) {
            return Stream.of(run.operation());
        }
        return step instanceof Autocommit autocommit
                ? autocommit.steps().stream().flatMap(Step::operations)
                : Stream.empty();
    }

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

    /**
     * A change of many rows, a bounded number at a time, each of which is committed by itself.
     *
     * @param change which rows, and what becomes of them
     */
    record Batch(BatchedChange change) implements Step {
        public Batch {
            requireNonNull(change, "change is null");
        }
    }

    /**
     * A backfill that nobody has said the expression of. It does nothing where the column is null in no row, and fails
     * where it is in one.
     *
     * @param table the table
     * @param column the column
     * @param question what is to be decided
     * @param key the columns along which it is to go in batches; empty for all rows at once
     */
    record Unfilled(QualifiedName table, String column, String question, List<String> key) implements Step {
        public Unfilled {
            requireNonNull(table, "table is null");
            requireNonNull(column, "column is null");
            requireNonNull(question, "question is null");
            key = List.copyOf(key);
        }
    }

    /**
     * What runs outside of a transaction, each step by itself.
     *
     * @param steps operations and Java code, nothing else
     */
    record Autocommit(List<Step> steps) implements Step {
        public Autocommit {
            steps = List.copyOf(steps);
            for (Step step : steps) {
                if (!(step instanceof Run) && !(step instanceof Callback)) {
                    throw new IllegalArgumentException("autocommit cannot hold " + step);
                }
            }
        }
    }

    /** What comes before is committed, and what follows runs in a transaction of its own. */
    record NewTransaction() implements Step {}

    /**
     * How long the statements of the whole direction may take, wherever this stands in it.
     *
     * @param timeouts the limits, at least one
     */
    record Limit(Timeouts timeouts) implements Step {
        public Limit {
            requireNonNull(timeouts, "timeouts is null");
        }
    }
}
