package dev.autogen.schema.ddl;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One SQL statement, without a semicolon at its end.
 *
 * @param sql the text; {@code ?} stands for a parameter where there are any
 * @param parameters values of the parameters, in order
 */
public record SqlStatement(String sql, List<Object> parameters) {

    public SqlStatement {
        requireNonNull(sql, "sql is null");
        parameters = List.copyOf(parameters);
    }

    static SqlStatement of(String sql) {
        return new SqlStatement(sql, List.of());
    }
}
