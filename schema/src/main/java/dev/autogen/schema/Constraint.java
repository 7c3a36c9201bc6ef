package dev.autogen.schema;

import java.util.List;

/** A constraint of a table, of one of the five kinds that PostgreSQL names. */
public sealed interface Constraint
        permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint, ExclusionConstraint {

    /** Its name, or null when a model leaves the choice to PostgreSQL; never null in a live catalog. */
    String name();

    /** The columns it is defined on, in order; empty for one that is defined by expressions. */
    List<String> columns();

    /** Whether PostgreSQL keeps it with an index, which has its name. */
    boolean hasIndex();

    /** The same constraint under another name. */
    Constraint withName(String newName);

    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method a kind, so that the compiler shows every place that must learn a new one.
     *
     * @param <R> what the visitor answers
     */
    interface Visitor<R> {
        R visit(PrimaryKey primaryKey);

        R visit(UniqueConstraint unique);

        R visit(ForeignKey foreignKey);

        R visit(CheckConstraint check);

        R visit(ExclusionConstraint exclusion);
    }
}
