package dev.autogen.schema.operation;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;

/**
 * {@code ALTER TABLE ... ADD CONSTRAINT}.
 *
 * @param table the table
 * @param constraint the constraint; its name is not null
 * @param usingIndex the unique index that becomes the constraint's own, and takes its name, instead of one that is built
 *     while the table is locked; primary keys and unique constraints only. Null where PostgreSQL builds one
 */
public record AddConstraint(QualifiedName table, Constraint constraint, String usingIndex) implements Operation {

    public AddConstraint {
        requireNonNull(table, "table is null");
        requireNonNull(constraint.name(), "name of the constraint is null");
        if (usingIndex != null && !(constraint instanceof PrimaryKey) && !(constraint instanceof UniqueConstraint)) {
            throw new IllegalArgumentException("no constraint that can use an index: " + constraint);
        }
    }

    /** A constraint whose index, if it has one, is built with it. */
    public AddConstraint(QualifiedName table, Constraint constraint) {
        this(table, constraint, null);
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
