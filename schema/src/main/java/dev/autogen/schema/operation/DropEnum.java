package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code DROP TYPE} of an enum type.
 *
 * @param name the type
 * @param definition what is dropped; null where a migration's source does not say
 */
public record DropEnum(QualifiedName name, EnumType definition) implements Operation {

    public DropEnum {
        requireNonNull(name, "name is null");
    }

    @Override
    public List<Operation> reverse() {
        EnumType type = Before.of(this, definition);
        Operation create = new CreateEnum(type.withComment(null));
        return type.comment() == null
                ? List.of(create)
                : List.of(create, new SetEnumComment(name, type.comment(), null));
    }

    @Override
    public Operation asRecorded() {
        return new DropEnum(name, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
