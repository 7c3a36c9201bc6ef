package dev.autogen.schema;

/** A constraint of a table, of one of the five kinds that PostgreSQL names. */
public sealed interface Constraint
        permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint, ExclusionConstraint {

    /** Its name, or null when a model leaves the choice to PostgreSQL; never null in a live catalog. */
    String name();

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
