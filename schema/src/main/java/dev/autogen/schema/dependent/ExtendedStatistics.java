package dev.autogen.schema.dependent;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlExpression;
import java.util.List;

/**
 * Statistics over several columns or expressions of a table ({@code CREATE STATISTICS}).
 *
 * @param name its name
 * @param table the table or materialized view
 * @param kinds {@code ndistinct}, {@code dependencies}, {@code mcv}; empty for all, and over a single expression
 * @param columns the columns, in PostgreSQL's order
 * @param expressions the expressions, which follow the columns
 * @param target how much is sampled; null for the default
 * @param owner the owning role; null for whoever makes it
 * @param comment what is said about it; null without
 */
public record ExtendedStatistics(
        QualifiedName name,
        QualifiedName table,
        List<String> kinds,
        List<String> columns,
        List<SqlExpression> expressions,
        Integer target,
        String owner,
        String comment)
        implements DependentObject {

    public ExtendedStatistics {
        requireNonNull(name, "name is null");
        requireNonNull(table, "table is null");
        kinds = List.copyOf(kinds);
        columns = List.copyOf(columns);
        expressions = List.copyOf(expressions);
    }

    @Override
    public DependentName id() {
        return DependentName.of(DependentName.Kind.STATISTICS, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
