package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * SQL that someone wrote. What undoes it is not known.
 *
 * @param sql one or more statements; {@code ?} stands for a parameter, as in JDBC
 * @param parameters values of the parameters, in order, without nulls
 */
public record ExecuteSql(String sql, List<Object> parameters) implements Operation {

    public ExecuteSql {
        requireNonNull(sql, "sql is null");
        parameters = List.copyOf(parameters);
    }

    /**
     * Always throws.
     *
     * @throws IrreversibleOperationException always
     */
    @Override
    public List<Operation> reverse() {
        throw new IrreversibleOperationException("what undoes this SQL is not known: " + sql);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
