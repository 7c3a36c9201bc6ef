package dev.autogen.differ;

import static java.util.stream.Collectors.toSet;

import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.schema.operation.AddColumn;
import dev.autogen.schema.operation.Operation;
import java.util.List;
import java.util.Set;

/** The columns that are added and then null in every row, so that a key over them cannot fail. */
final class NullColumns {
    private final Set<ColumnRef> columns;

    private NullColumns(Set<ColumnRef> columns) {
        this.columns = columns;
    }

    static NullColumns addedBy(List<Operation> operations) {
        return new NullColumns(operations.stream()
                .filter(AddColumn.class::isInstance)
                .map(AddColumn.class::cast)
                .filter(add -> isNull(add.column()))
                .map(add -> new ColumnRef(add.table(), add.column().name()))
                .collect(toSet()));
    }

    private static boolean isNull(Column column) {
        return column.nullable()
                && column.defaultValue() == null
                && column.identity() == null
                && column.generated() == null;
    }

    /** Whether the constraint lets every row pass because one of its columns is null there. */
    boolean satisfy(QualifiedName table, Constraint constraint) {
        List<String> lenient = List.of();
        if (constraint instanceof ForeignKey key && !key.matchFull()) {
            lenient = key.columns();
        } else if (constraint instanceof UniqueConstraint unique && !unique.nullsNotDistinct()) {
            lenient = unique.columns();
        }
        return lenient.stream().anyMatch(column -> columns.contains(new ColumnRef(table, column)));
    }
}
