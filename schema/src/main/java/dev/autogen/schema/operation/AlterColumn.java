package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code ALTER TABLE ... ALTER COLUMN}: everything that changes of one column.
 *
 * @param table the table
 * @param column the column
 * @param changes what changes, at most one change of a kind, in the order of {@link ColumnChange}'s kinds
 */
public record AlterColumn(QualifiedName table, String column, List<ColumnChange> changes) implements Operation {

    public AlterColumn {
        requireNonNull(table, "table is null");
        requireNonNull(column, "column is null");
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("nothing changes of column " + table + "." + column);
        }
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new AlterColumn(
                table, column, changes.stream().map(ColumnChange::reverse).toList()));
    }

    @Override
    public Operation asRecorded() {
        return new AlterColumn(
                table, column, changes.stream().map(ColumnChange::asRecorded).toList());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
