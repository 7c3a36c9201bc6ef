package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SequenceOptions;
import java.util.List;

/**
 * {@code ALTER SEQUENCE}: sets the options that {@code to} names.
 *
 * @param name the sequence
 * @param to the options to set; what is null there stays
 * @param from what those options were; null where a migration's source does not say
 */
public record AlterSequence(QualifiedName name, SequenceOptions to, SequenceOptions from) implements Operation {

    public AlterSequence {
        requireNonNull(name, "name is null");
        requireNonNull(to, "to is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new AlterSequence(name, Before.of(this, from), to));
    }

    @Override
    public Operation asRecorded() {
        return new AlterSequence(name, to, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
