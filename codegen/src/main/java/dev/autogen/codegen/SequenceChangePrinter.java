package dev.autogen.codegen;

import static dev.autogen.codegen.Literals.name;
import static dev.autogen.codegen.Literals.text;

import dev.autogen.codegen.Expression.Call;
import dev.autogen.codegen.Expression.Chain;
import dev.autogen.schema.operation.SequenceChange;

/** Adds the calls of one change to an {@code op.alterSequence(...)}. */
record SequenceChangePrinter(ElementPrinter elements, Chain soFar) implements SequenceChange.Visitor<Chain> {

    @Override
    public Chain visit(SequenceChange.Type change) {
        String before = change.from() == null ? null : change.from().toString();
        return soFar.then(Call.of("as", elements.type(change.to())).noted(WasNote.of(before)));
    }

    @Override
    public Chain visit(SequenceChange.Options change) {
        return elements.options(soFar, change.to());
    }

    @Override
    public Chain visit(SequenceChange.Owner change) {
        return change.to() == null
                ? soFar.then("ownedByNone")
                : soFar.then(
                        "ownedBy",
                        elements.reference(change.to().table()),
                        name(change.to().column()));
    }

    @Override
    public Chain visit(SequenceChange.Comment change) {
        Call call = change.to() == null ? Call.of("dropComment") : Call.of("comment", text(change.to()));
        return soFar.then(call.noted(WasNote.text(change.from())));
    }
}
