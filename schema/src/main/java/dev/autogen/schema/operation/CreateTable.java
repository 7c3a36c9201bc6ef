package dev.autogen.schema.operation;

import dev.autogen.schema.Table;
import java.util.List;

/**
 * {@code CREATE TABLE} with its columns, constraints and comments; indexes are operations of their own.
 *
 * @param table the table; must not hold indexes
 */
public record CreateTable(Table table) implements Operation {

    public CreateTable {
        if (!table.indexes().isEmpty()) {
            throw new IllegalArgumentException("indexes of " + table.name() + " are operations of their own");
        }
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new DropTable(table.name(), table));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
