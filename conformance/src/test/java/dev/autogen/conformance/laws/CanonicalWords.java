package dev.autogen.conformance.laws;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.SqlExpression;
import dev.autogen.schema.Table;
import java.util.List;

/** A catalog whose every expression is written in PostgreSQL's words, so that equality of records is equality of meaning. */
final class CanonicalWords {
    private CanonicalWords() {}

    static Catalog of(Catalog catalog) {
        return catalog.withTables(
                catalog.tables().stream().map(CanonicalWords::table).toList());
    }

    private static Table table(Table table) {
        List<Constraint> constraints =
                table.constraints().stream().map(CanonicalWords::constraint).toList();
        return table.withColumns(
                        table.columns().stream().map(CanonicalWords::column).toList())
                .withConstraints(constraints)
                .withIndexes(table.indexes().stream().map(CanonicalWords::index).toList());
    }

    private static Column column(Column column) {
        Generated generated = column.generated();
        return column.withDefault(expression(column.defaultValue()))
                .withGenerated(
                        generated == null
                                ? null
                                : new Generated(expression(generated.expression()), generated.stored()));
    }

    private static Constraint constraint(Constraint constraint) {
        if (constraint instanceof CheckConstraint check) {
            return check.withExpression(expression(check.expression()));
        }
        if (constraint instanceof ExclusionConstraint exclusion) {
            return new ExclusionConstraint(
                    exclusion.name(),
                    exclusion.method(),
                    exclusion.elements().stream()
                            .map(element -> new ExclusionConstraint.Element(key(element.key()), element.operator()))
                            .toList(),
                    expression(exclusion.predicate()),
                    exclusion.deferrability());
        }
        return constraint;
    }

    private static Index index(Index index) {
        return index.withKeys(index.keys().stream().map(CanonicalWords::key).toList())
                .withPredicate(expression(index.predicate()));
    }

    private static IndexKey key(IndexKey key) {
        return key.expression() == null ? key : key.withExpression(expression(key.expression()));
    }

    private static SqlExpression expression(SqlExpression expression) {
        return expression == null ? null : SqlExpression.of(expression.canonical());
    }
}
