package dev.autogen.schema.dependent;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Index;
import java.util.List;
import java.util.Set;

/**
 * Something that hangs on what is touched, by itself or through other dependents; or a view on which such a thing rests.
 *
 * @param description what it is and what it is called, in PostgreSQL's words: {@code view active_users}
 * @param object how it is made again; null where it cannot be
 * @param indexes the indexes of a materialized view
 * @param on what it hangs on by itself; empty where it hangs on other dependents alone, or on nothing that is touched
 * @param needs positions in the same list of the dependents that it hangs on, all of them before its own
 * @param mentions tables and columns that it names
 * @param functions definitions of the functions that it calls, as statements; without those of extensions
 * @param obstacle why it cannot be dropped and made again; null when it can
 */
public record Dependent(
        String description,
        DependentObject object,
        List<Index> indexes,
        Set<Touched> on,
        Set<Integer> needs,
        Set<Touched> mentions,
        List<String> functions,
        String obstacle) {

    public Dependent {
        requireNonNull(description, "description is null");
        indexes = List.copyOf(indexes);
        on = Set.copyOf(on);
        needs = Set.copyOf(needs);
        mentions = Set.copyOf(mentions);
        functions = List.copyOf(functions);
        if ((object == null) && (obstacle == null)) {
            throw new IllegalArgumentException(description + " can neither be made again nor is it said why");
        }
    }
}
