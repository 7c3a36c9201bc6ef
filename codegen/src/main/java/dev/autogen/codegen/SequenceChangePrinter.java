package dev.autogen.codegen;

import static dev.autogen.codegen.Literals.name;
import static dev.autogen.codegen.Literals.text;

import dev.autogen.codegen.Expression.Call;
import dev.autogen.codegen.Expression.Chain;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.operation.SequenceChange;
import java.util.ArrayList;
import java.util.List;

/** Adds the calls of one change to an {@code op.alterSequence(...)}. */
record SequenceChangePrinter(ElementPrinter elements, Chain soFar) implements SequenceChange.Visitor<Chain> {

    @Override
    public Chain visit(SequenceChange.Type change) {
        String before = change.from() == null ? null : change.from().toString();
        return soFar.then(Call.of("as", elements.type(change.to())).noted(WasNote.of(before)));
    }

    @Override
    public Chain visit(SequenceChange.Options change) {
        Chain printed = elements.options(soFar, change.to());
        if (change.from() == null) {
            return printed;
        }
        List<Call> calls = new ArrayList<>(printed.calls());
        for (int i = soFar.calls().size(); i < calls.size(); i++) {
            Object before = option(calls.get(i).name(), change.from());
            calls.set(i, calls.get(i).noted(WasNote.of(before == null ? "the default" : before)));
        }
        return new Chain(calls);
    }

    private static Object option(String method, SequenceOptions options) {
        return switch (method) {
            case "startWith" -> options.start();
            case "incrementBy" -> options.increment();
            case "minValue" -> options.minValue();
            case "maxValue" -> options.maxValue();
            case "cache" -> options.cache();
            case "cycle" -> options.cycle() == null ? null : "no cycle";
            case "noCycle" -> options.cycle() == null ? null : "cycle";
            default -> throw new IllegalArgumentException("no option of a sequence: " + method);
        };
    }

    @Override
    public Chain visit(SequenceChange.Owner change) {
        Call call = change.to() == null
                ? Call.of("ownedByNone")
                : Call.of(
                        "ownedBy",
                        elements.reference(change.to().table()),
                        name(change.to().column()));
        return soFar.then(call.noted(WasNote.of(change.from())));
    }

    @Override
    public Chain visit(SequenceChange.Comment change) {
        Call call = change.to() == null ? Call.of("dropComment") : Call.of("comment", text(change.to()));
        return soFar.then(call.noted(WasNote.text(change.from())));
    }
}
