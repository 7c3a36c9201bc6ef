package dev.autogen.model.bridge;

import java.util.List;

/**
 * An index.
 *
 * @param name null when the mapping gives none
 */
public record IndexFacts(NameFacts name, boolean unique, List<IndexPartFacts> parts) {

    public IndexFacts {
        parts = List.copyOf(parts);
    }
}
