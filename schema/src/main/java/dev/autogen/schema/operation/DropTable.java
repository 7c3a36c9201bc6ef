package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code DROP TABLE}, with everything that is part of the table.
 *
 * @param name the table
 * @param definition what is dropped, with indexes; null where a migration's source does not say
 */
public record DropTable(QualifiedName name, Table definition) implements Operation {

    public DropTable {
        requireNonNull(name, "name is null");
    }

    @Override
    public List<Operation> reverse() {
        List<Operation> operations = new ArrayList<>();
        operations.add(new CreateTable(Before.of(this, definition).withIndexes(List.of())));
        for (Index index : definition.indexes()) {
            operations.add(new CreateIndex(name, index, false));
        }
        return List.copyOf(operations);
    }

    @Override
    public Operation asRecorded() {
        return new DropTable(name, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
