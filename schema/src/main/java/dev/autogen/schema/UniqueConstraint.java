package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A unique constraint.
 *
 * @param name see {@link Constraint#name()}
 * @param columns its columns in index order, never empty
 * @param include columns that its index carries without being part of the key
 * @param nullsNotDistinct whether two nulls count as equal (PostgreSQL 15 and later)
 * @param deferrability when it is checked
 */
public record UniqueConstraint(
        String name, List<String> columns, List<String> include, boolean nullsNotDistinct, Deferrability deferrability)
        implements Constraint {

    public UniqueConstraint {
        columns = List.copyOf(columns);
        include = List.copyOf(include);
        requireNonNull(deferrability, "deferrability is null");
    }

    /** A constraint as JPA can say it; the name may be null. */
    public static UniqueConstraint of(String name, List<String> columns) {
        return new UniqueConstraint(name, columns, List.of(), false, Deferrability.NOT_DEFERRABLE);
    }

    @Override
    public UniqueConstraint withName(String newName) {
        return new UniqueConstraint(newName, columns, include, nullsNotDistinct, deferrability);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
