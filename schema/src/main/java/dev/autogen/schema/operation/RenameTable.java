package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code ALTER TABLE ... RENAME TO}.
 *
 * @param from the table
 * @param to its new name in the same schema
 */
public record RenameTable(QualifiedName from, String to) implements Operation {

    public RenameTable {
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new RenameTable(from.withName(to), from.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
