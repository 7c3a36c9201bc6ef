package dev.autogen.differ.hazard;

import java.util.List;
import java.util.Optional;

/** A type that holds less than the one before: PostgreSQL rounds or cuts silently, or refuses what does not fit. */
final class Narrowing extends HazardRule {

    Narrowing() {
        super("narrowing", Severity.WARNING, "Values do not fit the new type, which holds less");
    }

    @Override
    List<Hazard> of(Moment moment) {
        return TypeChange.of(moment)
                .filter(change -> !change.isForeign() && !moment.isEmpty(change.table()))
                .flatMap(change -> of(change, moment))
                .stream()
                .toList();
    }

    private Optional<Hazard> of(TypeChange change, Moment moment) {
        boolean refused = TypeWidth.mayOverflow(change.from(), change.to());
        // A cast that is written down cuts a string; the one that PostgreSQL does by itself refuses.
        boolean cutByCast = refused && change.using() != null && TypeWidth.isCutByCast(change.to());
        if (cutByCast || TypeWidth.loses(change.from(), change.to())) {
            String how = refused && !cutByCast ? "may cut values, or fail on them: " : "may cut values: ";
            return Optional.of(as(Severity.ERROR, about(change.table(), change.column(), how + change.named(moment))));
        }
        return refused
                ? Optional.of(about(
                        change.table(), change.column(), "fails if a value does not fit: " + change.named(moment)))
                : Optional.empty();
    }
}
