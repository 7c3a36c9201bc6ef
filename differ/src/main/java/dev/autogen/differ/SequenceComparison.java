package dev.autogen.differ;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SequenceOptions;
import dev.autogen.schema.operation.AlterSequence;
import dev.autogen.schema.operation.CreateSequence;
import dev.autogen.schema.operation.DropSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Compares sequences that stand by themselves. */
final class SequenceComparison {
    private final Retention retention;
    private final Steps steps;

    SequenceComparison(Retention retention, Steps steps) {
        this.retention = retention;
        this.steps = steps;
    }

    /**
     * Compares all sequences.
     *
     * @param isGone whether the column that owns a sequence goes, and the sequence with it
     * @param owned is told which owned sequences come and go
     */
    void compare(Catalog desired, Catalog live, Predicate<ColumnRef> isGone, OwnedSequences owned) {
        Map<QualifiedName, Sequence> existing = new LinkedHashMap<>();
        live.sequences().forEach(sequence -> existing.put(sequence.name(), sequence));
        for (Sequence wanted : desired.sequences()) {
            Sequence found = existing.remove(wanted.name());
            if (found == null) {
                owned.creates(wanted);
                steps.add(
                        wanted.ownedBy() == null ? Phase.CREATE_SEQUENCE : Phase.CREATE_OWNED_SEQUENCE,
                        new CreateSequence(wanted),
                        List.of());
            } else {
                compare(wanted, found);
            }
        }
        for (Sequence spare : existing.values()) {
            ObjectRef ref = ObjectRef.sequence(spare.name());
            if (spare.ownedBy() != null && isGone.test(spare.ownedBy())) {
                owned.drops(spare);
                steps.add(
                        Phase.DROP_OWNED_SEQUENCE,
                        new DropSequence(spare.name(), spare),
                        "it belongs to " + spare.ownedBy());
            } else if (retention.drops(ref, "sequence " + spare.name())) {
                steps.add(Phase.DROP_SEQUENCE, new DropSequence(spare.name(), spare), List.of());
            }
        }
    }

    private void compare(Sequence wanted, Sequence found) {
        SequenceOptionsComparison options = retention.complete()
                ? SequenceOptionsComparison.complete(wanted.options(), found.options(), found.type())
                : SequenceOptionsComparison.said(
                        SequenceOptions.of(null, increment(wanted)), found.options(), found.type());
        if (options.differ()) {
            steps.add(
                    Phase.ALTER_SEQUENCE,
                    new AlterSequence(found.name(), options.to(), options.from()),
                    reason(options));
        }
        if (retention.complete()) {
            String what = !TypeComparison.same(wanted.type(), found.type())
                    ? "type " + found.type() + " would have to become " + wanted.type()
                    : !Objects.equals(wanted.ownedBy(), found.ownedBy())
                            ? "owner " + found.ownedBy() + " would have to become " + wanted.ownedBy()
                            : !Objects.equals(wanted.comment(), found.comment()) ? "comment differs" : null;
            if (what != null) {
                retention.note(
                        Notice.Kind.UNSUPPORTED,
                        ObjectRef.sequence(found.name()),
                        "sequence " + found.name() + ": its " + what + ", which autogen cannot do");
            }
        }
    }

    /** A model always says the increment, JPA's {@code allocationSize}; it leaves away what is PostgreSQL's default. */
    private static long increment(Sequence wanted) {
        return wanted.options().increment() == null ? 1 : wanted.options().increment();
    }

    private static String reason(SequenceOptionsComparison options) {
        return options.to().increment() == null
                ? "options change"
                : "increment " + options.from().increment() + " becomes "
                        + options.to().increment();
    }
}
