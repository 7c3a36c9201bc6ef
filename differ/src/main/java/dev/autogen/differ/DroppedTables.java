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
import java.util.function.Function;
import java.util.function.Predicate;

/** Drops tables: what points at a table goes before it, and a foreign key in a cycle goes before both. */
final class DroppedTables {
    private final Collection<Table> tables;
    private final Steps steps;
    private final OwnedSequences owned;
    private final RebuiltTypes types;
    private final Predicate<ForeignKey> losesTarget;
    private final Function<Column, List<QualifiedName>> goingSequences;

    /**
     * What is needed to drop tables.
     *
     * @param losesTarget whether what a foreign key points at changes before its table goes
     * @param goingSequences the sequences that go, too, and from which a column draws
     */
    DroppedTables(
            Collection<Table> tables,
            Steps steps,
            OwnedSequences owned,
            RebuiltTypes types,
            Predicate<ForeignKey> losesTarget,
            Function<Column, List<QualifiedName>> goingSequences) {
        this.tables = tables;
        this.steps = steps;
        this.owned = owned;
        this.types = types;
        this.losesTarget = losesTarget;
        this.goingSequences = goingSequences;
    }

    /**
     * Adds the steps.
     *
     * @param taken names that something new takes over
     */
    void emit(Set<QualifiedName> taken) {
        boolean early = goEarly(taken);
        TableOrder order = new TableOrder(tables);
        List<Table> sorted = order.tables();
        for (int i = sorted.size() - 1; i >= 0; i--) {
            drop(sorted.get(i), order, early ? Phase.DROP_TABLE_EARLY : Phase.DROP_TABLE);
        }
    }

    /**
     * Whether one of them has to go, and then all, before something new takes over its name, or that of a sequence from
     * which it draws, or its types are made anew.
     */
    boolean goEarly(Set<QualifiedName> taken) {
        return tables.stream()
                .anyMatch(table -> holdsOne(taken, table)
                        || table.columns().stream()
                                .anyMatch(column -> types.isRebuilt(column)
                                        || goingSequences.apply(column).stream().anyMatch(taken::contains)));
    }

    private void drop(Table table, TableOrder order, Phase phase) {
        List<Constraint> withTable = new ArrayList<>();
        for (Constraint constraint : TableParts.sorted(table.constraints(), Constraint::name)) {
            if (constraint instanceof ForeignKey key && order.pointsForward(table.name(), key)) {
                steps.add(
                        Phase.DROP_FOREIGN_KEY,
                        new DropConstraint(table.name(), key.name(), key),
                        "it is part of a cycle of tables that are dropped");
            } else if (constraint instanceof ForeignKey key && (losesTarget.test(key) || needsOwnIndex(table, key))) {
                steps.add(
                        Phase.DROP_FOREIGN_KEY,
                        new DropConstraint(table.name(), key.name(), key),
                        "what it points at does not come and go together with it");
            } else {
                withTable.add(constraint);
            }
        }
        List<Column> columns = table.columns().stream()
                .map(column -> owned.dropped(table.name(), column))
                .toList();
        steps.add(
                phase,
                new DropTable(
                        table.name(),
                        table.withColumns(columns)
                                .withConstraints(withTable)
                                .withIndexes(TableParts.sorted(table.indexes(), Index::name))),
                List.of());
    }

    /** Whether it points at its own table and at an index there, which on the way back comes after the table. */
    private static boolean needsOwnIndex(Table table, ForeignKey key) {
        return key.target().equals(table.name())
                && table.constraints().stream()
                        .noneMatch(
                                constraint -> TableDelta.referable(constraint).equals(TableDelta.target(key)));
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
