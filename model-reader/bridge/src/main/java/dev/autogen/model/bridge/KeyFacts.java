package dev.autogen.model.bridge;

import java.util.List;

/**
 * A unique constraint.
 *
 * @param name null when the mapping gives none
 * @param parts the columns, or expressions where the mapping smuggles one in
 */
public record KeyFacts(NameFacts name, List<IndexPartFacts> parts) {

    public KeyFacts {
        parts = List.copyOf(parts);
    }
}
