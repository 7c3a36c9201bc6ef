package dev.autogen.differ;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.AddConstraint;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.CreateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Creates one table with all that belongs to it. */
final class NewTable {
    private final Table table;
    private final Names names;
    private final Steps steps;

    NewTable(Table table, Names names, Steps steps) {
        this.table = table;
        this.names = names;
        this.steps = steps;
    }

    void emit(OwnedSequences owned, Predicate<ForeignKey> isInline) {
        List<Constraint> inline = new ArrayList<>();
        for (Constraint constraint : TableParts.sorted(table.constraints(), Constraint::name)) {
            Constraint named = names.named(table, constraint);
            if (!(named instanceof ForeignKey key) || isInline.test(key)) {
                inline.add(named);
            } else {
                steps.add(Phase.ADD_FOREIGN_KEY, new AddConstraint(table.name(), named), List.of());
            }
        }
        steps.add(
                Phase.CREATE_TABLE,
                new CreateTable(table.withColumns(table.columns().stream()
                                .map(column -> owned.created(table.name(), column))
                                .toList())
                        .withConstraints(inline)
                        .withIndexes(List.of())),
                List.of());
        for (Index index : TableParts.sorted(table.indexes(), Index::name)) {
            steps.add(Phase.CREATE_TABLE, new CreateIndex(table.name(), names.named(table, index), false), List.of());
        }
    }
}
