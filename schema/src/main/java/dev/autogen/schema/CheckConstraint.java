package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A check constraint.
 *
 * @param name see {@link Constraint#name()}
 * @param expression what must not be false, without the parentheses around it
 * @param noInherit whether inheriting tables are spared
 * @param validated false for one that is {@code NOT VALID}: existing rows have not been looked at
 * @param enforced false for one that is {@code NOT ENFORCED}, which no row is held to (PostgreSQL 18)
 */
public record CheckConstraint(
        String name, SqlExpression expression, boolean noInherit, boolean validated, boolean enforced)
        implements Constraint {

    public CheckConstraint {
        requireNonNull(expression, "expression is null");
    }

    /** A check that is enforced; the name may be null. */
    public CheckConstraint(String name, SqlExpression expression, boolean noInherit, boolean validated) {
        this(name, expression, noInherit, validated, true);
    }

    /** A check without options; the name may be null. */
    public static CheckConstraint of(String name, SqlExpression expression) {
        return new CheckConstraint(name, expression, false, true);
    }

    public CheckConstraint withExpression(SqlExpression newExpression) {
        return new CheckConstraint(name, newExpression, noInherit, validated, enforced);
    }

    public CheckConstraint withValidated(boolean newValidated) {
        return new CheckConstraint(name, expression, noInherit, newValidated, enforced);
    }

    public CheckConstraint withEnforced(boolean newEnforced) {
        return new CheckConstraint(name, expression, noInherit, validated, newEnforced);
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public CheckConstraint withName(String newName) {
        return new CheckConstraint(newName, expression, noInherit, validated, enforced);
    }

    @Override
    public boolean hasIndex() {
        return false;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
