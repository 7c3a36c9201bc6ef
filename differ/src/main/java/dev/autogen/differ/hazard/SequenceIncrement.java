package dev.autogen.differ.hazard;

import dev.autogen.schema.operation.AlterSequence;
import dev.autogen.schema.operation.SequenceChange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Hibernate takes as many ids at once as {@code allocationSize} says: a sequence of another step gives ids twice. */
final class SequenceIncrement extends HazardRule {

    SequenceIncrement() {
        super(
                "sequence-increment",
                Severity.WARNING,
                "A sequence gets another step while running instances count with the old allocationSize");
    }

    @Override
    List<Hazard> of(Moment moment) {
        return moment.operation() instanceof AlterSequence alter && moment.now().origin(alter.name()) != Origin.RUN
                ? alter.changes().stream()
                        .flatMap(change -> step(change).stream())
                        .map(step -> about(
                                alter.name(),
                                "sequence " + alter.name() + " counts " + step
                                        + ": instances that run with another allocationSize give ids twice"))
                        .toList()
                : List.of();
    }

    private static Optional<String> step(SequenceChange change) {
        if (!(change instanceof SequenceChange.Options options) || options.to().increment() == null) {
            return Optional.empty();
        }
        Long to = options.to().increment();
        Long from = options.from() == null ? null : options.from().increment();
        if (options.from() != null && Objects.equals(to, from == null ? 1L : from)) {
            return Optional.empty();
        }
        return Optional.of("by " + to + (options.from() == null ? "" : " instead of " + (from == null ? 1 : from)));
    }
}
