package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code ALTER TABLE ... ADD CONSTRAINT}.
 *
 * @param table the table
 * @param constraint the constraint; its name is not null
 */
public record AddConstraint(QualifiedName table, Constraint constraint) implements Operation {

    public AddConstraint {
        requireNonNull(table, "table is null");
        requireNonNull(constraint.name(), "name of the constraint is null");
    }

    @Override
    public List<Operation> reverse() {
        return List.of(new DropConstraint(table, constraint.name(), constraint));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
