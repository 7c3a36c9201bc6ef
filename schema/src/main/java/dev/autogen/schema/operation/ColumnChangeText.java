package dev.autogen.schema.operation;

import dev.autogen.schema.SqlExpression;

/** Says in a few words what becomes of a column. */
final class ColumnChangeText implements ColumnChange.Visitor<String> {
    @Override
    public String visit(ColumnChange.Type change) {
        String to = collated(change.to().toString(), change.collation());
        return change.from() == null
                ? "type " + to
                : collated(change.from().toString(), change.fromCollation()) + " -> " + to;
    }

    private static String collated(String type, String collation) {
        return collation == null ? type : type + " collate " + collation;
    }

    @Override
    public String visit(ColumnChange.Default change) {
        if (change.to() == null) {
            return "no default" + was(change.from());
        }
        return "default " + OperationSummary.oneLine(change.to().text()) + was(change.from());
    }

    private static String was(SqlExpression before) {
        return before == null ? "" : ", was " + OperationSummary.oneLine(before.text());
    }

    @Override
    public String visit(ColumnChange.Expression change) {
        return "generated as " + OperationSummary.oneLine(change.to().text()) + was(change.from());
    }

    @Override
    public String visit(ColumnChange.Numbering change) {
        if (change.to() == null) {
            return "no identity";
        }
        return switch (change.to().kind()) {
            case ALWAYS -> "identity, always";
            case BY_DEFAULT -> "identity, by default";
            case SERIAL -> "serial";
        };
    }

    @Override
    public String visit(ColumnChange.Nullability change) {
        return change.nullable() ? "nullable" : "not null";
    }

    @Override
    public String visit(ColumnChange.Comment change) {
        return change.to() == null ? "no comment" : "comment";
    }
}
