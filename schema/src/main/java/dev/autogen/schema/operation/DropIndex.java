package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code DROP INDEX}.
 *
 * @param table the index's table
 * @param name the index
 * @param definition what is dropped; null where a migration's source does not say
 * @param concurrently see {@link CreateIndex}
 */
public record DropIndex(QualifiedName table, String name, Index definition, boolean concurrently) implements Operation {

    public DropIndex {
        requireNonNull(table, "table is null");
        requireNonNull(name, "name is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new CreateIndex(table, Before.of(this, definition), concurrently));
    }

    @Override
    public Operation asRecorded() {
        return new DropIndex(table, name, null, concurrently);
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
