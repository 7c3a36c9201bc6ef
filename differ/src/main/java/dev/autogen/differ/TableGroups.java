package dev.autogen.differ;

import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ContinueNumbering;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropExpression;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.SetTableComment;
import dev.autogen.schema.operation.ValidateConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings together what is added to a table or changed in it, so that a migration tells of one table after the other.
 * Among such steps only a foreign key needs another table: its target is told first, or, in a cycle, the key last.
 */
final class TableGroups {
    private final Map<QualifiedName, List<Change>> groups = new LinkedHashMap<>();

    private TableGroups() {}

    /**
     * The steps, by table; as they were where one of them is about no table.
     *
     * @param steps in the order of their phases
     */
    static List<Change> of(List<Change> steps) {
        TableGroups tables = new TableGroups();
        for (Change step : steps) {
            Optional<QualifiedName> table = table(step.operation());
            if (table.isEmpty()) {
                return steps;
            }
            tables.groups.computeIfAbsent(table.get(), key -> new ArrayList<>()).add(step);
        }
        return tables.inOrder();
    }

    private List<Change> inOrder() {
        TableOrder order = new TableOrder(groups.keySet().stream()
                .map(name -> Table.of(name, List.of()).withConstraints(keys(groups.get(name))))
                .toList());
        List<Change> sorted = new ArrayList<>();
        List<Change> last = new ArrayList<>();
        for (Table table : order.tables()) {
            for (Change step : groups.get(table.name())) {
                boolean forward = key(step.operation())
                        .filter(key -> order.pointsForward(table.name(), key))
                        .isPresent();
                (forward ? last : sorted).add(step);
            }
        }
        sorted.addAll(last);
        return sorted;
    }

    private static List<ForeignKey> keys(List<Change> steps) {
        return steps.stream().flatMap(step -> key(step.operation()).stream()).toList();
    }

    private static Optional<ForeignKey> key(Operation operation) {
        return operation instanceof AddConstraint add && add.constraint() instanceof ForeignKey key
                ? Optional.of(key)
                : Optional.empty();
    }

    private static Optional<QualifiedName> table(Operation operation) {
        if (operation instanceof AddColumn add) {
            return Optional.of(add.table());
        } else if (operation instanceof AlterColumn alter) {
            return Optional.of(alter.table());
        } else if (operation instanceof DropExpression drop) {
            return Optional.of(drop.table());
        } else if (operation instanceof ContinueNumbering numbering) {
            return Optional.of(numbering.column().table());
        } else if (operation instanceof AddConstraint add) {
            return Optional.of(add.table());
        } else if (operation instanceof CreateIndex create) {
            return Optional.of(create.table());
        } else if (operation instanceof ValidateConstraint validate) {
            return Optional.of(validate.table());
        } else if (operation instanceof SetTableComment comment) {
            return Optional.of(comment.table());
        }
        return Optional.empty();
    }
}
