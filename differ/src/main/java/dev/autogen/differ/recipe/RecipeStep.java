package dev.autogen.differ.recipe;

import static java.util.Objects.requireNonNull;

import dev.autogen.differ.Change;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.Operation;
import java.util.List;
import java.util.Optional;

/** One step of a recipe. Steps within a transaction that stand side by side share one. */
public sealed interface RecipeStep {

    /** The difference that asked for it; empty where it only separates others. */
    Optional<Change> change();

    /** The operation that it carries out; empty where it is none. */
    default Optional<Operation> carriedOut() {
        return Optional.empty();
    }

    /** Whether it shares a transaction with such steps beside it. */
    default boolean isInTransaction() {
        return false;
    }

    /** Why it is done in this way, a sentence each; empty where nobody would wonder. */
    List<String> remarks();

    /**
     * An operation. One that is {@linkplain Operation#isConcurrent concurrent} runs outside of a transaction, and what
     * stands before it is committed first.
     *
     * @param operation what is done
     * @param cause the difference that asked for it, of which this may be a part
     * @param remarks see {@link RecipeStep#remarks}
     */
    record Run(Operation operation, Change cause, List<String> remarks) implements RecipeStep {
        public Run {
            requireNonNull(operation, "operation is null");
            requireNonNull(cause, "cause is null");
            remarks = List.copyOf(remarks);
        }

        @Override
        public Optional<Change> change() {
            return Optional.of(cause);
        }

        @Override
        public Optional<Operation> carriedOut() {
            return Optional.of(operation);
        }

        @Override
        public boolean isInTransaction() {
            return !operation.isConcurrent();
        }
    }

    /**
     * What stands before is committed, and a transaction begins for what follows.
     *
     * @param remarks see {@link RecipeStep#remarks}
     */
    record NewTransaction(List<String> remarks) implements RecipeStep {
        public NewTransaction {
            remarks = List.copyOf(remarks);
        }

        @Override
        public Optional<Change> change() {
            return Optional.empty();
        }
    }

    /**
     * Existing rows get a value that the author of the migration has yet to say, in transactions of its own.
     *
     * @param table the table
     * @param column the column as it is wanted; null is still allowed when the step runs
     * @param key columns without nulls that order the rows, along which it goes in batches; empty where there are none
     * @param cause the difference that asked for it
     * @param remarks see {@link RecipeStep#remarks}
     */
    record Backfill(QualifiedName table, Column column, List<String> key, Change cause, List<String> remarks)
            implements RecipeStep {
        public Backfill {
            requireNonNull(table, "table is null");
            requireNonNull(column, "column is null");
            requireNonNull(cause, "cause is null");
            key = List.copyOf(key);
            remarks = List.copyOf(remarks);
        }

        @Override
        public Optional<Change> change() {
            return Optional.of(cause);
        }
    }

    /**
     * A column gets in all rows what another one holds, in transactions of its own.
     *
     * @param table the table
     * @param column the column
     * @param from the other one, as SQL
     * @param condition which rows, as SQL: those in which the two are not the same
     * @param isWithoutNulls whether there is no null in the column afterwards
     * @param key columns without nulls that order the rows, along which it goes in batches; empty where there are none
     * @param cause the difference that asked for it
     * @param remarks see {@link RecipeStep#remarks}
     */
    record Copy(
            QualifiedName table,
            String column,
            String from,
            String condition,
            boolean isWithoutNulls,
            List<String> key,
            Change cause,
            List<String> remarks)
            implements RecipeStep {
        public Copy {
            requireNonNull(table, "table is null");
            requireNonNull(column, "column is null");
            requireNonNull(from, "from is null");
            requireNonNull(condition, "condition is null");
            requireNonNull(cause, "cause is null");
            key = List.copyOf(key);
            remarks = List.copyOf(remarks);
        }

        @Override
        public Optional<Change> change() {
            return Optional.of(cause);
        }
    }
}
