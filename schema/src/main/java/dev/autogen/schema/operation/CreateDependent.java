package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.dependent.DependentObject;
import java.util.List;

/**
 * {@code CREATE VIEW}, {@code CREATE POLICY}, {@code CREATE TRIGGER} and their like, with owner, rights and comments.
 *
 * @param object what is made
 */
public record CreateDependent(DependentObject object) implements Operation {

    public CreateDependent {
        requireNonNull(object, "object is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new DropDependent(object.id(), object));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
