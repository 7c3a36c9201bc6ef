package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code CREATE INDEX}.
 *
 * @param table the table
 * @param index the index; its name is not null, and it is always valid
 * @param concurrently whether writers may go on meanwhile, which PostgreSQL allows outside a transaction only
 */
public record CreateIndex(QualifiedName table, Index index, boolean concurrently) implements Operation {

    public CreateIndex {
        requireNonNull(table, "table is null");
        requireNonNull(index.name(), "name of the index is null");
        // What is made is valid, also where it takes the place of what was left invalid.
        index = index.withValid(true);
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new DropIndex(table, index.name(), index, concurrently));
    }

    @Override
    public boolean isConcurrent() {
        return concurrently;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
