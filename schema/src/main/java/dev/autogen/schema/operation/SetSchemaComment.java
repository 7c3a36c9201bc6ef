package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * {@code COMMENT ON SCHEMA}.
 *
 * @param schema the schema
 * @param to the comment; null takes it away
 * @param from the comment before; null when there was none or a migration's source does not say
 */
public record SetSchemaComment(String schema, String to, String from) implements Operation {

    public SetSchemaComment {
        requireNonNull(schema, "schema is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new SetSchemaComment(schema, from, to));
    }

    @Override
    public Operation asRecorded() {
        return new SetSchemaComment(schema, to, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
