package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code ALTER SEQUENCE ... RENAME TO}.
 *
 * @param from the sequence
 * @param to its new name in the same schema
 */
public record RenameSequence(QualifiedName from, String to) implements Operation {

    public RenameSequence {
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new RenameSequence(from.withName(to), from.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
