package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * {@code ALTER TABLE ... VALIDATE CONSTRAINT}. PostgreSQL cannot take it back, so the reverse makes the constraint anew.
 *
 * @param table the table
 * @param name the constraint, which was added as {@code NOT VALID}
 * @param previous the constraint as it was; null where a migration's source does not say, and nothing is undone then
 */
public record ValidateConstraint(QualifiedName table, String name, Constraint previous) implements Operation {

    public ValidateConstraint {
        requireNonNull(table, "table is null");
        requireNonNull(name, "name is null");
    }

    /** Validates a constraint that stays valid on the way back. */
    public ValidateConstraint(QualifiedName table, String name) {
        this(table, name, null);
    }

    @Override
    public List<Operation> reverse() {
        return previous == null
                ? List.of()
                : List.of(new DropConstraint(table, name, null), new AddConstraint(table, previous));
    }

    @Override
    public Operation asRecorded() {
        return new ValidateConstraint(table, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
