package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code ALTER TABLE ... ADD COLUMN}.
 *
 * @param table the table
 * @param column the new column
 */
public record AddColumn(QualifiedName table, Column column) implements Operation {

    public AddColumn {
        requireNonNull(table, "table is null");
        requireNonNull(column, "column is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new DropColumn(table, column.name(), column));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
