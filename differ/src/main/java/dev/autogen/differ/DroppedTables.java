package dev.autogen.differ;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.DropConstraint;
import dev.autogen.schema.operation.DropTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Drops tables: what points at a table goes before it, and a foreign key in a cycle goes before both. */
final class DroppedTables {
    private final Collection<Table> tables;
    private final Steps steps;
    private final OwnedSequences owned;
    private final RebuiltTypes types;

    DroppedTables(Collection<Table> tables, Steps steps, OwnedSequences owned, RebuiltTypes types) {
        this.tables = tables;
        this.steps = steps;
        this.owned = owned;
        this.types = types;
    }

    /**
     * Adds the steps.
     *
     * @param taken names that something new takes over
     */
    void emit(Set<QualifiedName> taken) {
        boolean early = tables.stream()
                .anyMatch(table ->
                        holdsOne(taken, table) || table.columns().stream().anyMatch(types::isRebuilt));
        TableOrder order = new TableOrder(tables);
        List<Table> sorted = order.tables();
        for (int i = sorted.size() - 1; i >= 0; i--) {
            drop(sorted.get(i), order, early ? Phase.DROP_TABLE_EARLY : Phase.DROP_TABLE);
        }
    }

    private void drop(Table table, TableOrder order, Phase phase) {
        List<Constraint> withTable = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof ForeignKey key && order.pointsForward(table.name(), key)) {
                steps.add(
                        Phase.DROP_FOREIGN_KEY,
                        new DropConstraint(table.name(), key.name(), key),
                        "it is part of a cycle of tables that are dropped");
            } else {
                withTable.add(constraint);
            }
        }
        List<Column> columns = table.columns().stream()
                .map(column -> owned.dropped(table.name(), column))
                .toList();
        steps.add(phase, new DropTable(table.name(), table.withColumns(columns).withConstraints(withTable)), List.of());
    }

    private static boolean holdsOne(Set<QualifiedName> taken, Table table) {
        return taken.contains(table.name())
                || table.constraints().stream()
                        .filter(Constraint::hasIndex)
                        .map(Constraint::name)
                        .anyMatch(name -> taken.contains(table.name().withName(name)))
                || table.indexes().stream()
                        .map(Index::name)
                        .anyMatch(name -> taken.contains(table.name().withName(name)));
    }
}
