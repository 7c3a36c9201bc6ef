package dev.autogen.schema;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * Name of a table, sequence or type as PostgreSQL stores it: folded, without quotes, at most 63 bytes.
 *
 * @param schema the schema, or null for the configured default schema, which is resolved when an operation runs so that
 *     one migration serves many schemas
 * @param name the name within the schema
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {
    private static final Comparator<QualifiedName> ORDER =
            comparing(QualifiedName::schema, nullsFirst(naturalOrder())).thenComparing(QualifiedName::name);

    public QualifiedName {
        requireNonNull(name, "name is null");
    }

    /** A name in the default schema. */
    public static QualifiedName of(String name) {
        return new QualifiedName(null, name);
    }

    /**
     * The name of a type as a catalog has it: without the default schema, unless PostgreSQL takes the name alone for a type
     * of its own.
     */
    public static QualifiedName ofType(String schema, String name, String defaultSchema) {
        return new QualifiedName(schema.equals(defaultSchema) && !DataType.isTaken(name) ? null : schema, name);
    }

    /** The same name with another last part. */
    public QualifiedName withName(String newName) {
        return new QualifiedName(schema, newName);
    }

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }

    /** {@code schema.name}, or {@code name} in the default schema; for people, not for SQL. */
    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
