package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

/**
 * A column of a table.
 *
 * @param name the name as PostgreSQL stores it
 * @param type the data type
 * @param nullable whether it takes null; always false for a primary key's columns in a catalog
 * @param defaultValue the default expression; null when there is none (or, in a model, none is declared)
 * @param identity how the column numbers itself; null when it does not
 * @param generated what the column is computed from; null for an ordinary column
 * @param collation name of the collation, in SQL's spelling, where it is not the type's own; else null
 * @param comment the comment; null when there is none (or, in a model, none is declared)
 */
public record Column(
        String name,
        DataType type,
        boolean nullable,
        SqlExpression defaultValue,
        Identity identity,
        Generated generated,
        String collation,
        String comment) {

    public Column {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        // PostgreSQL keeps no empty comment.
        comment = "".equals(comment) ? null : comment;
    }

    /** A plain nullable column. */
    public static Column of(String name, DataType type) {
        return new Column(name, type, true, null, null, null, null, null);
    }

    public Column withName(String newName) {
        return new Column(newName, type, nullable, defaultValue, identity, generated, collation, comment);
    }

    public Column withType(DataType newType) {
        return new Column(name, newType, nullable, defaultValue, identity, generated, collation, comment);
    }

    public Column withNullable(boolean newNullable) {
        return new Column(name, type, newNullable, defaultValue, identity, generated, collation, comment);
    }

    /** The same column that takes no null. */
    public Column notNull() {
        return withNullable(false);
    }

    public Column withDefault(SqlExpression newDefault) {
        return new Column(name, type, nullable, newDefault, identity, generated, collation, comment);
    }

    public Column withIdentity(Identity newIdentity) {
        return new Column(name, type, nullable, defaultValue, newIdentity, generated, collation, comment);
    }

    public Column withGenerated(Generated newGenerated) {
        return new Column(name, type, nullable, defaultValue, identity, newGenerated, collation, comment);
    }

    public Column withCollation(String newCollation) {
        return new Column(name, type, nullable, defaultValue, identity, generated, newCollation, comment);
    }

    public Column withComment(String newComment) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, newComment);
    }
}
