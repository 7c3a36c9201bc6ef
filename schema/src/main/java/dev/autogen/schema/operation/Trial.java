package dev.autogen.schema.operation;

import java.util.List;

/**
 * A question that only PostgreSQL can answer, asked by letting it carry out operations on scratch tables: whether it
 * takes something over the types that columns get. What the operations make is made under names of its own; what else
 * they name is what is there.
 *
 * @param before makes it over the columns as they are. Where PostgreSQL does not take this either, the scratch tables
 *     are no likeness of the real ones, and nothing follows from the answer
 * @param after makes it over the columns as they will be
 */
public record Trial(List<Operation> before, List<Operation> after) {

    public Trial {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
