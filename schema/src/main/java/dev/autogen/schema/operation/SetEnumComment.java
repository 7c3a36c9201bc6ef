package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code COMMENT ON TYPE} of an enum type.
 *
 * @param type the type
 * @param to the comment; null takes it away
 * @param from the comment before; null when there was none or a migration's source does not say
 */
public record SetEnumComment(QualifiedName type, String to, String from) implements Operation {

    public SetEnumComment {
        requireNonNull(type, "type is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new SetEnumComment(type, from, to));
    }

    @Override
    public Operation asRecorded() {
        return new SetEnumComment(type, to, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
