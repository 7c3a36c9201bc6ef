package dev.autogen.differ.hazard;

import dev.autogen.schema.Column;
import dev.autogen.schema.operation.AddColumn;
import java.util.List;

/** A column that takes no null and has no default: no row has a value for it, and no running instance sends one. */
final class RequiredColumn extends HazardRule {

    RequiredColumn() {
        super(
                "required-column",
                Severity.WARNING,
                "A new column without default takes no null: it fails where there are rows, and so do the inserts of running"
                        + " instances");
    }

    @Override
    List<Hazard> of(Moment moment) {
        return moment.operation() instanceof AddColumn add && isRequired(add.column()) && !moment.isEmpty(add.table())
                ? List.of(about(
                        add.table(),
                        add.column().name(),
                        "fails if " + moment.named(add.table()) + " holds rows: "
                                + add.column().name() + " is not null and has no default"))
                : List.of();
    }

    private static boolean isRequired(Column column) {
        return !column.nullable()
                && column.defaultValue() == null
                && column.identity() == null
                && column.generated() == null;
    }
}
