package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import java.util.List;

/**
 * {@code DROP SEQUENCE}.
 *
 * @param name the sequence
 * @param definition what is dropped; null where a migration's source does not say
 */
public record DropSequence(QualifiedName name, Sequence definition) implements Operation {

    public DropSequence {
        requireNonNull(name, "name is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new CreateSequence(Before.of(this, definition)));
    }

    @Override
    public Operation asRecorded() {
        return new DropSequence(name, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
