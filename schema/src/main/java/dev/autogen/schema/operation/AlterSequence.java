package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SequenceOptions;
import java.util.List;

/**
 * {@code ALTER SEQUENCE}: everything that changes of one sequence.
 *
 * @param name the sequence
 * @param changes what changes, at most one change of a kind, in the order of {@link SequenceChange}'s kinds
 */
public record AlterSequence(QualifiedName name, List<SequenceChange> changes) implements Operation {

    public AlterSequence {
        requireNonNull(name, "name is null");
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("nothing changes of sequence " + name);
        }
    }

    /**
     * A change of options alone.
     *
     * @param from what those options were; null where a migration's source does not say
     */
    public AlterSequence(QualifiedName name, SequenceOptions to, SequenceOptions from) {
        this(name, List.of(new SequenceChange.Options(to, from)));
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new AlterSequence(
                name, changes.stream().map(SequenceChange::reverse).toList()));
    }

    @Override
    public Operation asRecorded() {
        return new AlterSequence(
                name, changes.stream().map(SequenceChange::asRecorded).toList());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
