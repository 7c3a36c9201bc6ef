package dev.autogen.differ;

import static java.util.stream.Collectors.joining;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;

/** Constraints, indexes and changes of types in a few words, for reasons and notices. */
final class Descriptions implements Constraint.Visitor<String> {
    private static final Descriptions INSTANCE = new Descriptions();

    private Descriptions() {}

    static String of(Constraint constraint) {
        return constraint.accept(INSTANCE);
    }

    static String of(Index index) {
        return (index.unique() ? "unique index (" : "index (")
                + index.keys().stream()
                        .map(key -> (key.column() == null ? key.expression().text() : key.column())
                                + (key.descending() ? " desc" : ""))
                        .collect(joining(", "))
                + ")"
                + (index.predicate() == null ? "" : " where " + index.predicate());
    }

    /** A column that gets another type or collation: {@code t.c, which turns from text into inet}. */
    static String ofChange(QualifiedName table, Column from, Column to) {
        return table + "." + from.name() + ", which turns from " + type(from) + " into " + type(to);
    }

    private static String type(Column column) {
        return column.type() + (column.collation() == null ? "" : " collate " + column.collation());
    }

    @Override
    public String visit(PrimaryKey key) {
        return "primary key (" + String.join(", ", key.columns()) + ")";
    }

    @Override
    public String visit(UniqueConstraint unique) {
        return "unique (" + String.join(", ", unique.columns()) + ")";
    }

    @Override
    public String visit(ForeignKey key) {
        return "foreign key (" + String.join(", ", key.columns()) + ") references " + key.target() + " ("
                + String.join(", ", key.targetColumns()) + ")";
    }

    @Override
    public String visit(CheckConstraint check) {
        return "check (" + check.expression() + ")";
    }

    @Override
    public String visit(ExclusionConstraint exclusion) {
        return "exclusion constraint";
    }
}
