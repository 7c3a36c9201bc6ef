package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A primary key.
 *
 * @param name see {@link Constraint#name()}
 * @param columns its columns in index order, never empty
 * @param include columns that its index carries without being part of the key
 * @param deferrability when it is checked
 * @param withoutOverlaps whether the last column is a range that may not overlap where the others are equal (PostgreSQL
 *     18)
 */
public record PrimaryKey(
        String name, List<String> columns, List<String> include, Deferrability deferrability, boolean withoutOverlaps)
        implements Constraint {

    public PrimaryKey {
        columns = List.copyOf(columns);
        include = List.copyOf(include);
        requireNonNull(deferrability, "deferrability is null");
    }

    /** A key that is no temporal one; the name may be null. */
    public PrimaryKey(String name, List<String> columns, List<String> include, Deferrability deferrability) {
        this(name, columns, include, deferrability, false);
    }

    /** A key as JPA can say it; the name may be null. */
    public static PrimaryKey of(String name, List<String> columns) {
        return new PrimaryKey(name, columns, List.of(), Deferrability.NOT_DEFERRABLE);
    }

    /** The same key over other columns. */
    public PrimaryKey withColumns(List<String> newColumns, List<String> newInclude) {
        return new PrimaryKey(name, newColumns, newInclude, deferrability, withoutOverlaps);
    }

    @Override
    public PrimaryKey withName(String newName) {
        return new PrimaryKey(newName, columns, include, deferrability, withoutOverlaps);
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
