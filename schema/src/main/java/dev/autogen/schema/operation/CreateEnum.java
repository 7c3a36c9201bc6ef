package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.EnumType;
import java.util.List;

/**
 * {@code CREATE TYPE ... AS ENUM}.
 *
 * @param type the type and its labels; must not have a comment, which is an operation of its own
 */
public record CreateEnum(EnumType type) implements Operation {

    public CreateEnum {
        requireNonNull(type, "type is null");
        if (type.comment() != null) {
            throw new IllegalArgumentException("the comment of " + type.name() + " is an operation of its own");
        }
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new DropEnum(type.name(), type));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
