package dev.autogen.codegen;

import static dev.autogen.codegen.Literals.name;
import static dev.autogen.codegen.Literals.text;

import dev.autogen.codegen.Expression.Call;
import dev.autogen.codegen.Expression.Chain;
import dev.autogen.schema.Identity;
import dev.autogen.schema.operation.ColumnChange;

/** Adds the calls of one change to an {@code op.alterColumn(...)}. */
record ChangePrinter(ElementPrinter elements, Chain soFar) implements ColumnChange.Visitor<Chain> {

    @Override
    public Chain visit(ColumnChange.Type change) {
        String before = change.from() == null
                ? null
                : change.from() + (change.fromCollation() == null ? "" : " collate " + change.fromCollation());
        Chain printed = soFar.then(Call.of("type", elements.type(change.to())).noted(WasNote.of(before)));
        if (change.collation() != null) {
            printed = printed.then("collate", name(change.collation()));
        }
        return change.using() == null ? printed : printed.then("using", text(change.using()));
    }

    @Override
    public Chain visit(ColumnChange.Default change) {
        Call call = change.to() == null
                ? Call.of("dropDefault")
                : Call.of("defaultSql", text(change.to().text()));
        return soFar.then(call.noted(WasNote.of(change.from())));
    }

    @Override
    public Chain visit(ColumnChange.Expression change) {
        return soFar.then(Call.of("setExpression", text(change.to().text())).noted(WasNote.of(change.from())));
    }

    @Override
    public Chain visit(ColumnChange.Numbering change) {
        Identity to = change.to();
        if (to == null) {
            return soFar.then(Call.of("dropIdentity").noted(WasNote.identity(change.from())));
        }
        String verb = change.existing() ? "set" : "add";
        String kind = switch (to.kind()) {
            case ALWAYS -> "GeneratedAlways";
            case BY_DEFAULT -> "GeneratedByDefault";
            case SERIAL ->
                throw new IllegalArgumentException(
                        "no statement of PostgreSQL makes a column that exists a serial one: " + change);
        };
        return soFar.then(Call.of(verb + kind, elements.sequence(to.options())).noted(WasNote.identity(change.from())));
    }

    @Override
    public Chain visit(ColumnChange.Nullability change) {
        return soFar.then(change.nullable() ? "nullable" : "notNull");
    }

    @Override
    public Chain visit(ColumnChange.Comment change) {
        Call call = change.to() == null ? Call.of("dropComment") : Call.of("comment", text(change.to()));
        return soFar.then(call.noted(WasNote.text(change.from())));
    }
}
