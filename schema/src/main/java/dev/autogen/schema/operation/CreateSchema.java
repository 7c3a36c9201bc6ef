package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * {@code CREATE SCHEMA}.
 *
 * @param name the schema
 */
public record CreateSchema(String name) implements Operation {

    public CreateSchema {
        requireNonNull(name, "name is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new DropSchema(name, null));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
