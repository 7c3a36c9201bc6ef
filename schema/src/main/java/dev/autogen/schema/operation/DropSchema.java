package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * {@code DROP SCHEMA} of an empty schema.
 *
 * @param name the schema
 * @param comment its comment; null when there is none or a migration's source does not say
 */
public record DropSchema(String name, String comment) implements Operation {

    public DropSchema {
        requireNonNull(name, "name is null");
    }

    @Override
    public List<Operation> reverse() {
        Operation create = new CreateSchema(name);
        return comment == null ? List.of(create) : List.of(create, new SetSchemaComment(name, comment, null));
    }

    @Override
    public Operation asRecorded() {
        return new DropSchema(name, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
