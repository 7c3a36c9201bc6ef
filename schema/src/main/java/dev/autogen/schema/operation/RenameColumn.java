package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code ALTER TABLE ... RENAME COLUMN}.
 *
 * @param table the table
 * @param from the column
 * @param to its new name
 */
public record RenameColumn(QualifiedName table, String from, String to) implements Operation {

    public RenameColumn {
        requireNonNull(table, "table is null");
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new RenameColumn(table, to, from));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
