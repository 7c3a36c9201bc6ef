package dev.autogen.differ.hazard;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ExclusionConstraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.UniqueConstraint;
import java.util.Optional;

/** What of a table's rows keeps a constraint from being added; empty where PostgreSQL does not look at them. */
enum Violation implements Constraint.Visitor<Optional<String>> {
    INSTANCE;

    private static final Optional<String> DUPLICATES = Optional.of("holds duplicates");

    @Override
    public Optional<String> visit(PrimaryKey primaryKey) {
        return DUPLICATES;
    }

    @Override
    public Optional<String> visit(UniqueConstraint unique) {
        return DUPLICATES;
    }

    @Override
    public Optional<String> visit(ForeignKey key) {
        return key.enforced() && key.validated()
                ? Optional.of("holds rows without their counterpart in " + key.target())
                : Optional.empty();
    }

    @Override
    public Optional<String> visit(CheckConstraint check) {
        return check.enforced() && check.validated() ? Optional.of("holds rows that violate it") : Optional.empty();
    }

    @Override
    public Optional<String> visit(ExclusionConstraint exclusion) {
        return DUPLICATES;
    }
}
