package dev.autogen.differ.hazard;

import dev.autogen.schema.operation.RenameColumn;
import java.util.List;

/** Running instances use the old name of a column. */
final class RenamedColumn extends HazardRule {

    RenamedColumn() {
        super("renamed-column", Severity.WARNING, "Running instances still use the old name of the column");
    }

    @Override
    List<Hazard> of(Moment moment) {
        if (!(moment.operation() instanceof RenameColumn rename) || moment.isNew(rename.table())) {
            return List.of();
        }
        boolean added = moment.table(rename.table())
                .column(rename.from())
                .filter(column -> column.origin() == Origin.RUN)
                .isPresent();
        return added
                ? List.of()
                : List.of(about(
                        rename.table(),
                        rename.from(),
                        "running instances still ask for " + rename.table() + "." + rename.from() + " when it is "
                                + rename.to()));
    }
}
