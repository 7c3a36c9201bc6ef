package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * {@code DROP EXTENSION IF EXISTS}.
 *
 * @param name the extension
 */
public record DropExtension(String name) implements Operation {

    public DropExtension {
        requireNonNull(name, "name is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new CreateExtension(name));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
