package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code ALTER TABLE ... DROP CONSTRAINT}.
 *
 * @param table the table
 * @param name the constraint
 * @param definition what is dropped; null where a migration's source does not say
 */
public record DropConstraint(QualifiedName table, String name, Constraint definition) implements Operation {

    public DropConstraint {
        requireNonNull(table, "table is null");
        requireNonNull(name, "name is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new AddConstraint(table, Before.of(this, definition)));
    }

    @Override
    public Operation asRecorded() {
        return new DropConstraint(table, name, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
