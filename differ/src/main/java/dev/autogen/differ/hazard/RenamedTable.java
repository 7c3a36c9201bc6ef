package dev.autogen.differ.hazard;

import dev.autogen.schema.operation.RenameTable;
import java.util.List;

/** Running instances use the old name of a table. */
final class RenamedTable extends HazardRule {

    RenamedTable() {
        super("renamed-table", Severity.WARNING, "Running instances still use the old name of the table");
    }

    @Override
    List<Hazard> of(Moment moment) {
        return moment.operation() instanceof RenameTable rename && !moment.isNew(rename.from())
                ? List.of(about(
                        rename.from(),
                        "running instances still ask for " + rename.from() + " when it is " + rename.to()))
                : List.of();
    }
}
