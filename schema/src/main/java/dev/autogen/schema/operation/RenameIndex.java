package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code ALTER INDEX ... RENAME TO}.
 *
 * @param table the index's table
 * @param from the index
 * @param to its new name
 */
public record RenameIndex(QualifiedName table, String from, String to) implements Operation {

    public RenameIndex {
        requireNonNull(table, "table is null");
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new RenameIndex(table, to, from));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
