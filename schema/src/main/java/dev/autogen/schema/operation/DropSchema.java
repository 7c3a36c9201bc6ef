package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * {@code DROP SCHEMA} of an empty schema.
 *
 * @param name the schema
 */
public record DropSchema(String name) implements Operation {

    public DropSchema {
        requireNonNull(name, "name is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new CreateSchema(name));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
