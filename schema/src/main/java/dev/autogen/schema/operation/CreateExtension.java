package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * {@code CREATE EXTENSION IF NOT EXISTS}.
 *
 * @param name the extension
 */
public record CreateExtension(String name) implements Operation {

    public CreateExtension {
        requireNonNull(name, "name is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new DropExtension(name));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
