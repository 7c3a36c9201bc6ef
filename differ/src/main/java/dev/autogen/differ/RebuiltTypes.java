package dev.autogen.differ;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.AlterColumn;
import dev.autogen.schema.operation.ColumnChange;
import dev.autogen.schema.operation.Operation;
import java.util.HashSet;
import java.util.Set;

/** What of a table has to make way when an enum type is made anew: expressions that hold labels of the old one. */
final class RebuiltTypes {
    private static final String REASON = "the enum type of a column of it is made anew";

    private RebuiltTypes() {}

    /**
     * Changes what becomes of the table.
     *
     * @param rebuilt the types
     * @param withoutDefault columns whose default goes before their type is made anew
     */
    static void makeWay(TableDelta delta, Set<QualifiedName> rebuilt, Set<ColumnRef> withoutDefault) {
        if (rebuilt.isEmpty()) {
            return;
        }
        Set<String> columns = new HashSet<>();
        for (Column column : delta.live().columns()) {
            if (rebuilt.contains(EnumComparison.typeName(column.type()))) {
                columns.add(column.name());
            }
        }
        delta.recreateConstraints(
                constraint -> (constraint instanceof CheckConstraint || constraint instanceof ExclusionConstraint)
                        && Mentions.any(columns, constraint),
                constraint -> true,
                REASON);
        delta.recreateIndexes(index -> Mentions.anyInExpressions(columns, index), index -> true, REASON);
        delta.alterations()
                .replaceAll(alteration -> new TableDelta.Alteration(
                        withoutOldDefault(alteration.operation(), withoutDefault), alteration.reasons()));
    }

    private static Operation withoutOldDefault(Operation operation, Set<ColumnRef> columns) {
        if (!(operation instanceof AlterColumn alter)
                || !columns.contains(new ColumnRef(alter.table(), alter.column()))) {
            return operation;
        }
        return new AlterColumn(
                alter.table(),
                alter.column(),
                alter.changes().stream()
                        .map(change -> change instanceof ColumnChange.Default value
                                ? new ColumnChange.Default(value.to(), null)
                                : change)
                        .toList());
    }
}
