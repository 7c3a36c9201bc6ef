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
 */
public record PrimaryKey(String name, List<String> columns, List<String> include, Deferrability deferrability)
        implements Constraint {

    public PrimaryKey {
        columns = List.copyOf(columns);
        include = List.copyOf(include);
        requireNonNull(deferrability, "deferrability is null");
    }

    /** A key as JPA can say it; the name may be null. */
    public static PrimaryKey of(String name, List<String> columns) {
        return new PrimaryKey(name, columns, List.of(), Deferrability.NOT_DEFERRABLE);
    }

    @Override
    public PrimaryKey withName(String newName) {
        return new PrimaryKey(newName, columns, include, deferrability);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
