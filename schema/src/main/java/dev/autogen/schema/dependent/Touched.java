package dev.autogen.schema.dependent;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;

/**
 * Something that PostgreSQL lets nobody change or drop while a view, a policy or the like hangs on it.
 *
 * @param kind what it is
 * @param object the table, sequence or type by its name in the database
 * @param part name of the column or key within the table; null for what stands alone
 */
public record Touched(Kind kind, QualifiedName object, String part) {

    /** What can be touched. */
    public enum Kind {
        COLUMN,
        /** A table or a sequence. */
        RELATION,
        /** An enum type or a domain. */
        TYPE,
        /** A primary key, on which a view with {@code GROUP BY} may rely. */
        KEY
    }

    public Touched {
        requireNonNull(kind, "kind is null");
        requireNonNull(object, "object is null");
        if ((kind == Kind.COLUMN || kind == Kind.KEY) == (part == null)) {
            throw new IllegalArgumentException(kind + " of " + object + " with the part " + part);
        }
    }

    /** A column. */
    public static Touched column(QualifiedName table, String column) {
        return new Touched(Kind.COLUMN, table, column);
    }

    /** A table or a sequence. */
    public static Touched relation(QualifiedName relation) {
        return new Touched(Kind.RELATION, relation, null);
    }

    /** An enum type or a domain. */
    public static Touched type(QualifiedName type) {
        return new Touched(Kind.TYPE, type, null);
    }

    /** A primary key. */
    public static Touched key(QualifiedName table, String constraint) {
        return new Touched(Kind.KEY, table, constraint);
    }

    /** Its name for people: {@code users.email}. */
    @Override
    public String toString() {
        return part == null ? object.toString() : object + "." + part;
    }
}
