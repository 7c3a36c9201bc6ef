package dev.autogen.differ.hazard;

import java.util.List;

/** A type of another kind: values have to be converted, and running instances cannot read or write the column. */
final class IncompatibleType extends HazardRule {

    IncompatibleType() {
        super(
                "incompatible-type",
                Severity.WARNING,
                "A column becomes of another kind, which running instances can neither read nor write");
    }

    @Override
    List<Hazard> of(Moment moment) {
        return TypeChange.of(moment)
                .filter(change -> change.isForeign() && !moment.isNew(change.table()))
                .map(change -> about(
                        change.table(),
                        change.column(),
                        "running instances cannot use " + change.named(moment)
                                + (moment.isEmpty(change.table()) || TypeWidth.takesAnything(change.to())
                                        ? ""
                                        : ", and it fails if a value cannot be converted")))
                .stream()
                .toList();
    }
}
