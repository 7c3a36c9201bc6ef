package dev.autogen.differ.hazard;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.operation.DropColumn;
import dev.autogen.schema.operation.DropSequence;
import dev.autogen.schema.operation.DropTable;
import java.util.ArrayList;
import java.util.List;

/** What is dropped is gone with its data. */
final class DataLoss extends HazardRule {

    DataLoss() {
        super("data-loss", Severity.ERROR, "Data is gone for good when a table, a column or a sequence is dropped");
    }

    @Override
    List<Hazard> of(Moment moment) {
        if (moment.operation() instanceof DropTable drop) {
            return ofTable(drop, moment);
        }
        if (moment.operation() instanceof DropColumn drop) {
            return ofColumn(drop, moment);
        }
        return moment.operation() instanceof DropSequence drop
                        && moment.now().origin(drop.name()) == Origin.BEFORE
                        && !moment.now().isCarriedOn(drop.name())
                ? List.of(about(drop.name(), "drops the last value of sequence " + drop.name()))
                : List.of();
    }

    private List<Hazard> ofTable(DropTable drop, Moment moment) {
        if (moment.table(drop.name()).origin() != Origin.BEFORE) {
            return List.of();
        }
        List<String> lost = new ArrayList<>(
                drop.definition() == null
                        ? moment.table(drop.name())
                                .live()
                                .map(table -> table.unmodelled())
                                .orElse(List.of())
                        : drop.definition().unmodelled());
        lost.addAll(moment.attached(drop.name()));
        return List.of(about(
                drop.name(),
                "drops table " + moment.named(drop.name())
                        + (lost.isEmpty() ? "" : "; downgrade does not bring back: " + String.join(", ", lost))));
    }

    private List<Hazard> ofColumn(DropColumn drop, Moment moment) {
        TableState table = moment.table(drop.table());
        boolean made = table.origin() != Origin.BEFORE
                || table.column(drop.name())
                        .filter(column -> column.origin() != Origin.BEFORE)
                        .isPresent();
        return made || isComputed(drop, moment)
                ? List.of()
                : List.of(about(drop.table(), drop.name(), "drops " + moment.named(drop.table(), drop.name())));
    }

    /** A generated column loses nothing, unless it comes back as an ordinary one. */
    private static boolean isComputed(DropColumn drop, Moment moment) {
        boolean generated = drop.definition() == null
                ? moment.column(drop.table(), drop.name())
                        .filter(column -> column.generated() != null)
                        .isPresent()
                : drop.definition().generated() != null;
        return generated && !moment.plan().refilled().contains(new ColumnRef(drop.table(), drop.name()));
    }
}
