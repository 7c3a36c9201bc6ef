package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code ALTER TABLE ... DROP COLUMN}.
 *
 * @param table the table
 * @param name the column
 * @param definition what is dropped; null where a migration's source does not say
 */
public record DropColumn(QualifiedName table, String name, Column definition) implements Operation {

    public DropColumn {
        requireNonNull(table, "table is null");
        requireNonNull(name, "name is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new AddColumn(table, Before.of(this, definition)));
    }

    @Override
    public Operation asRecorded() {
        return new DropColumn(table, name, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
