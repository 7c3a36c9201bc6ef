package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code ALTER TABLE ... VALIDATE CONSTRAINT}. Nothing is to be undone on the way back.
 *
 * @param table the table
 * @param name the constraint, which was added as {@code NOT VALID}
 */
public record ValidateConstraint(QualifiedName table, String name) implements Operation {

    public ValidateConstraint {
        requireNonNull(table, "table is null");
        requireNonNull(name, "name is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
