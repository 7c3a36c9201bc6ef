package dev.autogen.commands;

import static java.util.stream.Collectors.joining;

import dev.autogen.migration.BatchedChange;
import dev.autogen.migration.Step;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.ExecuteSql;
import dev.autogen.schema.operation.Operation;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a squashed migration does of what the others did: the same in one transaction, for on the databases on which it will
 * run nobody works meanwhile.
 */
final class SquashedSteps {
    private SquashedSteps() {}

    /** Whether a step can be taken over: Java code and what demands to run outside of a transaction cannot. */
    static boolean canTakeOver(Step step) {
        return step instanceof Step.Run
                || step instanceof Step.NewTransaction
                || step instanceof Step.Unfilled
                || (step instanceof Step.Batch batch && batch.change().statement() == null);
    }

    /** The operations. */
    static List<Operation> of(List<Step> steps) {
        return steps.stream().flatMap(SquashedSteps::of).toList();
    }

    private static Stream<Operation> of(Step step) {
        if (step instanceof Step.Run run) {
            return Stream.of(inTransaction(run.operation()));
        }
        return step instanceof Step.Batch batch ? Stream.of(atOnce(batch.change())) : Stream.empty();
    }

    private static Operation inTransaction(Operation operation) {
        if (operation instanceof CreateIndex create) {
            return new CreateIndex(create.table(), create.index(), false);
        }
        return operation instanceof DropIndex drop
                ? new DropIndex(drop.table(), drop.name(), drop.definition(), false)
                : operation;
    }

    private static Operation atOnce(BatchedChange change) {
        QualifiedName table = change.table();
        String assignments = change.assignments().stream()
                .map(each -> Identifiers.quote(each.column()) + " = " + each.sql())
                .collect(joining(", "));
        String update = "UPDATE " + (table.schema() == null ? "" : Identifiers.quote(table.schema()) + ".")
                + Identifiers.quote(table.name()) + " SET " + assignments;
        return new ExecuteSql(change.where() == null ? update : update + "\nWHERE " + change.where(), List.of());
    }
}
