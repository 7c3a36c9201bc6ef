package dev.autogen.differ.hazard;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.UniqueConstraint;

/** The constraint as it is once {@code VALIDATE CONSTRAINT} has looked at the rows. */
enum Validated implements Constraint.Visitor<Constraint> {
    INSTANCE;

    @Override
    public Constraint visit(PrimaryKey primaryKey) {
        return primaryKey;
    }

    @Override
    public Constraint visit(UniqueConstraint unique) {
        return unique;
    }

    @Override
    public Constraint visit(ForeignKey key) {
        return key.withValidated(true);
    }

    @Override
    public Constraint visit(CheckConstraint check) {
        return check.withValidated(true);
    }

    @Override
    public Constraint visit(ExclusionConstraint exclusion) {
        return exclusion;
    }
}
