package dev.autogen.schema.dependent;

/** Something that PostgreSQL derives from tables, whole enough to be made again. */
public sealed interface DependentObject permits View, MaterializedView, Policy, Trigger, Rule, ExtendedStatistics {

    /** What it is and what it is called. */
    DependentName id();

    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method a kind, so that the compiler shows every place that must learn a new one.
     *
     * @param <R> what the visitor answers
     */
    interface Visitor<R> {
        R visit(View view);

        R visit(MaterializedView view);

        R visit(Policy policy);

        R visit(Trigger trigger);

        R visit(Rule rule);

        R visit(ExtendedStatistics statistics);
    }
}
