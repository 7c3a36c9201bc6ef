package dev.autogen.codegen;

import static dev.autogen.codegen.Literals.name;
import static dev.autogen.codegen.Literals.names;
import static dev.autogen.codegen.Literals.text;
import static dev.autogen.codegen.StatementPrinter.op;

import dev.autogen.codegen.Expression.Chain;
import dev.autogen.schema.Identifiers;
import dev.autogen.schema.QualifiedName;

/** Prints operations, and what stands between them: columns that are filled, and where a transaction ends. */
final class StepPrinter {
    private final ElementPrinter elements;
    private final StatementPrinter operations;

    StepPrinter(ElementPrinter elements, ElementParts parts) {
        this.elements = elements;
        this.operations = new StatementPrinter(elements, parts);
    }

    Statement print(DraftStep step) {
        if (step instanceof NotedOperation noted) {
            return noted.operation().accept(operations);
        } else if (step instanceof DraftStep.Backfill backfill) {
            return backfill(backfill);
        } else if (step instanceof DraftStep.Copy copy) {
            return copy(copy);
        }
        return new Statement(step, Chain.of("op.newTransaction"));
    }

    private Statement backfill(DraftStep.Backfill backfill) {
        QualifiedName table = backfill.table();
        Chain filled = Chain.of(
                op(table) + "backfill",
                name(table.name()),
                name(backfill.column()),
                elements.todo(backfill.question()));
        return new Statement(
                table, backfill.key().isEmpty() ? filled : filled.then("inBatches", names(backfill.key())));
    }

    private static Statement copy(DraftStep.Copy copy) {
        QualifiedName table = copy.table();
        if (copy.key().isEmpty()) {
            String name = table.schema() == null
                    ? Identifiers.quote(table.name())
                    : Identifiers.quote(table.schema()) + "." + Identifiers.quote(table.name());
            String update = "UPDATE " + name + " SET " + Identifiers.quote(copy.column()) + " = " + copy.from()
                    + " WHERE " + copy.condition();
            return new Statement(table, Chain.of("op.execute", text(update)));
        }
        Expression[] key = names(copy.key(), name(table.name()));
        return new Statement(
                table,
                Chain.of(op(table) + "batch", key)
                        .then("set", name(copy.column()), text(copy.from()))
                        .then("where", text(copy.condition())));
    }
}
