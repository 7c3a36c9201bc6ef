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
 * @param withoutOverlaps whether the last column is a range that may not overlap where the others are equal (PostgreSQL
 *     18)
 */
public record UniqueConstraint(
        String name,
        List<String> columns,
        List<String> include,
        boolean nullsNotDistinct,
        Deferrability deferrability,
        boolean withoutOverlaps)
        implements Constraint {

    public UniqueConstraint {
        columns = List.copyOf(columns);
        include = List.copyOf(include);
        requireNonNull(deferrability, "deferrability is null");
    }

    /** A constraint that is no temporal one; the name may be null. */
    public UniqueConstraint(
            String name,
            List<String> columns,
            List<String> include,
            boolean nullsNotDistinct,
            Deferrability deferrability) {
        this(name, columns, include, nullsNotDistinct, deferrability, false);
    }

    /** A constraint as JPA can say it; the name may be null. */
    public static UniqueConstraint of(String name, List<String> columns) {
        return new UniqueConstraint(name, columns, List.of(), false, Deferrability.NOT_DEFERRABLE);
    }

    /** The same constraint over other columns. */
    public UniqueConstraint withColumns(List<String> newColumns, List<String> newInclude) {
        return new UniqueConstraint(name, newColumns, newInclude, nullsNotDistinct, deferrability, withoutOverlaps);
    }

    @Override
    public UniqueConstraint withName(String newName) {
        return new UniqueConstraint(newName, columns, include, nullsNotDistinct, deferrability, withoutOverlaps);
    }

    @Override
    public boolean hasIndex() {
        return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
