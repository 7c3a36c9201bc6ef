package dev.autogen.model;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Catalog;
import java.util.List;

/**
 * What a project's entities want the database to hold.
 *
 * @param catalog tables, sequences and types; expressions and types as the entities spell them, not yet judged by a
 *     server
 * @param positions where the sources declare them; {@link SourcePositions#UNKNOWN} where there are none
 * @param formerNames what the entities say that tables and columns were called before
 * @param warnings what Hibernate or the reader found odd
 * @param hibernateVersion the Hibernate that read the mapping, such as {@code 6.6.56.Final}
 */
public record EntityModel(
        Catalog catalog,
        SourcePositions positions,
        List<FormerName> formerNames,
        List<ModelWarning> warnings,
        String hibernateVersion) {

    public EntityModel {
        requireNonNull(catalog, "catalog is null");
        requireNonNull(positions, "positions is null");
        requireNonNull(hibernateVersion, "hibernateVersion is null");
        formerNames = List.copyOf(formerNames);
        warnings = List.copyOf(warnings);
    }
}
