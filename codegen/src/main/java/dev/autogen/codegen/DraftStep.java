package dev.autogen.codegen;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/** One statement of a migration: an operation, or what stands between operations. */
public sealed interface DraftStep permits NotedOperation, DraftStep.NewTransaction, DraftStep.Backfill, DraftStep.Copy {

    /** What a reviewer may wonder about, a sentence each; comments above the statement. */
    List<String> remarks();

    /**
     * {@code op.newTransaction()}.
     *
     * @param remarks why
     */
    record NewTransaction(List<String> remarks) implements DraftStep {
        public NewTransaction {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * {@code op.backfill(table, column, todo(question)).inBatches(key)}: a column that is to be filled with what its author
     * alone knows.
     *
     * @param table the table
     * @param column the column
     * @param question what is to be decided
     * @param key the columns along which it goes in batches; empty for all rows at once
     * @param remarks why
     */
    record Backfill(QualifiedName table, String column, String question, List<String> key, List<String> remarks)
            implements DraftStep {
        public Backfill {
            requireNonNull(table, "table is null");
            requireNonNull(column, "column is null");
            requireNonNull(question, "question is null");
            key = List.copyOf(key);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * {@code op.batch(table, key).set(column, from).where(condition)}: a column that gets what another one holds.
     *
     * @param table the table
     * @param column the column
     * @param from what it gets, as SQL
     * @param condition which rows, as SQL
     * @param key the columns along which it goes in batches; empty for all rows at once
     * @param remarks why
     */
    record Copy(
            QualifiedName table, String column, String from, String condition, List<String> key, List<String> remarks)
            implements DraftStep {
        public Copy {
            requireNonNull(table, "table is null");
            requireNonNull(column, "column is null");
            requireNonNull(from, "from is null");
            requireNonNull(condition, "condition is null");
            key = List.copyOf(key);
            remarks = List.copyOf(remarks);
        }
    }
}
