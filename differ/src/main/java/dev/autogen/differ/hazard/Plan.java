package dev.autogen.differ.hazard;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.DropDependent;
import dev.autogen.schema.operation.DropTable;
import dev.autogen.schema.operation.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The whole of a run, for what depends on what comes later.
 *
 * @param operations all that it does, in order
 * @param end what there is when it is over
 * @param dropped tables and views that it drops
 * @param refilled columns that it adds as ordinary ones, whatever they were
 */
record Plan(List<Operation> operations, Tables end, Set<QualifiedName> dropped, Set<ColumnRef> refilled) {

    static Plan of(List<JudgedStep> steps, Tables start) {
        Tables end = start.copy();
        steps.forEach(end::take);
        List<Operation> operations = steps.stream()
                .filter(JudgedStep.Run.class::isInstance)
                .map(step -> ((JudgedStep.Run) step).operation())
                .toList();
        Set<QualifiedName> dropped = new HashSet<>();
        Set<ColumnRef> refilled = new HashSet<>();
        for (Operation operation : operations) {
            if (operation instanceof AddColumn add && add.column().generated() == null) {
                refilled.add(new ColumnRef(add.table(), add.column().name()));
            } else if (operation instanceof DropTable drop) {
                dropped.add(drop.name());
            } else if (operation instanceof DropDependent drop
                    && !drop.id().kind().isPart()) {
                dropped.add(drop.id().relation());
            }
        }
        return new Plan(operations, end, dropped, refilled);
    }
}
