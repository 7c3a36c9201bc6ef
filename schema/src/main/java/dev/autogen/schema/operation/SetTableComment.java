package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code COMMENT ON TABLE}.
 *
 * @param table the table
 * @param to the comment; null takes it away
 * @param from the comment before; null when there was none or a migration's source does not say
 */
public record SetTableComment(QualifiedName table, String to, String from) implements Operation {

    public SetTableComment {
        requireNonNull(table, "table is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new SetTableComment(table, from, to));
    }

    @Override
    public Operation asRecorded() {
        return new SetTableComment(table, to, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
