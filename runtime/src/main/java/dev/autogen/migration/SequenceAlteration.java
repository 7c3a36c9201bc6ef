package dev.autogen.migration;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.operation.AlterSequence;

/** {@code ALTER SEQUENCE}, see {@link Operations#alterSequence}. */
public final class SequenceAlteration extends SequenceClauses<SequenceAlteration> {
    private final QualifiedName name;

    SequenceAlteration(Recording recording, String call, QualifiedName name) {
        super(recording, call);
        this.name = name;
    }

    AlterSequence operation() {
        if (options().equals(SequenceOptions.NONE)) {
            throw new InvalidMigrationException(
                    call() + ": does not say what changes; add .incrementBy(10) or the like");
        }
        return new AlterSequence(name, options(), null);
    }

    @Override
    SequenceAlteration self() {
        return this;
    }
}
