package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code ALTER TABLE ... RENAME CONSTRAINT}.
 *
 * @param table the table
 * @param from the constraint
 * @param to its new name
 */
public record RenameConstraint(QualifiedName table, String from, String to) implements Operation {

    public RenameConstraint {
        requireNonNull(table, "table is null");
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new RenameConstraint(table, to, from));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
