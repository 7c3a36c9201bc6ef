package dev.autogen.differ.hazard;

import dev.autogen.schema.operation.RenameEnumValue;
import java.util.List;

/** Running instances write the old label of an enum value, and cannot read the new one. */
final class RenamedEnumValue extends HazardRule {

    RenamedEnumValue() {
        super("renamed-enum-value", Severity.WARNING, "Running instances still use the old name of the enum value");
    }

    @Override
    List<Hazard> of(Moment moment) {
        return moment.operation() instanceof RenameEnumValue rename
                        && moment.now().origin(rename.name()) != Origin.RUN
                ? List.of(about(
                        rename.name(),
                        "running instances still write " + rename.from() + " of " + rename.name() + " and cannot read "
                                + rename.to()))
                : List.of();
    }
}
