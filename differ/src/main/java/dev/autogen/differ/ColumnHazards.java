package dev.autogen.differ;

import static dev.autogen.differ.Hazard.DATA_LOSS;
import static dev.autogen.differ.Hazard.MAY_FAIL;
import static dev.autogen.differ.Hazard.TABLE_REWRITE;

import dev.autogen.schema.operation.ColumnChange;
import java.util.ArrayList;
import java.util.List;

/** Says what can go wrong with a change of one column. */
final class ColumnHazards implements ColumnChange.Visitor<List<Hazard>> {
    private final String column;
    private final String rows;

    /**
     * For one column.
     *
     * @param column its name with that of its table
     * @param rows how many rows the table has, as {@link RowEstimates#of} says it
     */
    ColumnHazards(String column, String rows) {
        this.column = column;
        this.rows = rows;
    }

    @Override
    public List<Hazard> visit(ColumnChange.Type change) {
        if (change.from() == null) {
            return List.of();
        }
        String what = column + " from " + change.from() + " to " + change.to() + rows;
        List<Hazard> hazards = new ArrayList<>();
        if (TypeWidth.loses(change.from(), change.to())) {
            hazards.add(Hazard.error(DATA_LOSS, "may cut values of " + what));
        }
        if (TypeWidth.dependsOnTimeZone(change.from(), change.to())) {
            hazards.add(Hazard.warning(DATA_LOSS, "reads values in the session's time zone: " + what));
        }
        if (change.using() != null || TypeWidth.mayOverflow(change.from(), change.to())) {
            hazards.add(Hazard.warning(MAY_FAIL, "fails if a value does not fit: " + what));
        }
        if (!TypeComparison.same(change.from(), change.to()) && !TypeWidth.isFree(change.from(), change.to())) {
            hazards.add(Hazard.warning(TABLE_REWRITE, "rewrites the table: " + what));
        }
        return hazards;
    }

    @Override
    public List<Hazard> visit(ColumnChange.Default change) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(ColumnChange.Expression change) {
        return List.of(Hazard.warning(TABLE_REWRITE, "rewrites the table to compute " + column + " anew" + rows));
    }

    @Override
    public List<Hazard> visit(ColumnChange.Numbering change) {
        return List.of();
    }

    @Override
    public List<Hazard> visit(ColumnChange.Nullability change) {
        return change.nullable()
                ? List.of()
                : List.of(Hazard.warning(
                        MAY_FAIL, "fails if " + column + " holds nulls" + rows + ": fill them in first"));
    }

    @Override
    public List<Hazard> visit(ColumnChange.Comment change) {
        return List.of();
    }
}
