package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A type made with {@code CREATE DOMAIN}: another type with rules of its own.
 *
 * @param name its name
 * @param baseType the type it is based on, which may be a domain too
 * @param nullable whether it takes null; false where {@code NOT NULL} stands in its definition
 * @param defaultValue default of columns of this type that have none of their own; null when there is none
 * @param collation name of the collation, in SQL's spelling, where it is not the base type's own; else null
 * @param checks what a value must hold to, in expressions over {@code VALUE}, sorted by name
 * @param comment the comment; null when there is none
 */
public record Domain(
        QualifiedName name,
        DataType baseType,
        boolean nullable,
        SqlExpression defaultValue,
        String collation,
        List<CheckConstraint> checks,
        String comment) {

    public Domain {
        requireNonNull(name, "name is null");
        requireNonNull(baseType, "baseType is null");
        checks = List.copyOf(checks);
    }

    /** A domain that adds nothing but its name. */
    public static Domain of(QualifiedName name, DataType baseType) {
        return new Domain(name, baseType, true, null, null, List.of(), null);
    }

    public Domain withNullable(boolean newNullable) {
        return new Domain(name, baseType, newNullable, defaultValue, collation, checks, comment);
    }

    public Domain withDefault(SqlExpression newDefault) {
        return new Domain(name, baseType, nullable, newDefault, collation, checks, comment);
    }

    public Domain withCollation(String newCollation) {
        return new Domain(name, baseType, nullable, defaultValue, newCollation, checks, comment);
    }

    public Domain withChecks(List<CheckConstraint> newChecks) {
        return new Domain(name, baseType, nullable, defaultValue, collation, newChecks, comment);
    }

    public Domain withComment(String newComment) {
        return new Domain(name, baseType, nullable, defaultValue, collation, checks, newComment);
    }
}
