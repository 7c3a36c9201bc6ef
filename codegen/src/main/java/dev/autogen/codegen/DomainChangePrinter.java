package dev.autogen.codegen;

import static dev.autogen.codegen.Literals.name;
import static dev.autogen.codegen.Literals.text;

import dev.autogen.codegen.Expression.Call;
import dev.autogen.codegen.Expression.Chain;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.operation.DomainChange;

/** Adds the call of one change to an {@code op.alterDomain(...)}. */
record DomainChangePrinter(Chain soFar) implements DomainChange.Visitor<Chain> {

    @Override
    public Chain visit(DomainChange.Default change) {
        Call call = change.to() == null
                ? Call.of("dropDefault")
                : Call.of("defaultSql", text(change.to().text()));
        return soFar.then(call.noted(WasNote.of(change.from())));
    }

    @Override
    public Chain visit(DomainChange.Nullability change) {
        return soFar.then(change.nullable() ? "nullable" : "notNull");
    }

    @Override
    public Chain visit(DomainChange.AddCheck change) {
        CheckConstraint check = change.check();
        return soFar.then(
                check.validated() ? "addCheck" : "addCheckNotValid",
                name(check.name()),
                text(check.expression().text()));
    }

    @Override
    public Chain visit(DomainChange.DropCheck change) {
        return soFar.then("dropCheck", name(change.name()));
    }

    @Override
    public Chain visit(DomainChange.Comment change) {
        Call call = change.to() == null ? Call.of("dropComment") : Call.of("comment", text(change.to()));
        return soFar.then(call.noted(WasNote.text(change.from())));
    }
}
