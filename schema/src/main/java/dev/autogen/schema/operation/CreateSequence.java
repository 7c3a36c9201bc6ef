package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Sequence;
import java.util.List;

/**
 * {@code CREATE SEQUENCE}.
 *
 * @param sequence the sequence
 */
public record CreateSequence(Sequence sequence) implements Operation {

    public CreateSequence {
        requireNonNull(sequence, "sequence is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new DropSequence(sequence.name(), sequence));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
