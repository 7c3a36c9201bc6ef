package dev.autogen.differ;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;

/**
 * One thing in a schema, or one attribute of a thing, by its name in the database.
 *
 * @param kind what it is
 * @param owner the table it is part of, or its own name where it stands alone
 * @param part name of the column, constraint or index within its table; null for what stands alone
 */
public record ObjectRef(Kind kind, QualifiedName owner, String part) {

    /** What can be referred to. */
    public enum Kind {
        TABLE,
        COLUMN,
        CONSTRAINT,
        INDEX,
        SEQUENCE,
        ENUM_TYPE,
        DOMAIN,
        /** The default of a column. */
        DEFAULT,
        /** That a column numbers itself. */
        IDENTITY,
        /** That a column is generated. */
        GENERATED,
        /** The collation of a column. */
        COLLATION,
        /** The comment of a table (part is null) or of a column. */
        COMMENT
    }

    public ObjectRef {
        requireNonNull(kind, "kind is null");
        requireNonNull(owner, "owner is null");
    }

    static ObjectRef table(QualifiedName table) {
        return new ObjectRef(Kind.TABLE, table, null);
    }

    static ObjectRef column(QualifiedName table, String column) {
        return new ObjectRef(Kind.COLUMN, table, column);
    }

    static ObjectRef constraint(QualifiedName table, String constraint) {
        return new ObjectRef(Kind.CONSTRAINT, table, constraint);
    }

    static ObjectRef index(QualifiedName table, String index) {
        return new ObjectRef(Kind.INDEX, table, index);
    }

    static ObjectRef sequence(QualifiedName sequence) {
        return new ObjectRef(Kind.SEQUENCE, sequence, null);
    }

    static ObjectRef enumType(QualifiedName type) {
        return new ObjectRef(Kind.ENUM_TYPE, type, null);
    }

    static ObjectRef domain(QualifiedName domain) {
        return new ObjectRef(Kind.DOMAIN, domain, null);
    }

    static ObjectRef tableComment(QualifiedName table) {
        return new ObjectRef(Kind.COMMENT, table, null);
    }

    /** Whether it is part of the column: the column itself or one of its attributes. */
    boolean belongsToColumn(QualifiedName table, String column) {
        return kind != Kind.CONSTRAINT && kind != Kind.INDEX && owner.equals(table) && column.equals(part);
    }

    /** Whether it is the table or part of it. */
    boolean belongsToTable(QualifiedName table) {
        return kind != Kind.SEQUENCE && kind != Kind.ENUM_TYPE && kind != Kind.DOMAIN && owner.equals(table);
    }

    ObjectRef withOwner(QualifiedName newOwner) {
        return new ObjectRef(kind, newOwner, part);
    }

    ObjectRef withPart(String newPart) {
        return new ObjectRef(kind, owner, newPart);
    }
}
