package dev.autogen.conformance;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Table;

/**
 * A catalog as a model would say it that names neither constraints nor indexes.
 *
 * @param named the catalog with all names
 */
record UnnamedParts(Catalog named) {

    Catalog catalog() {
        return named.withTables(
                named.tables().stream().map(UnnamedParts::unnamed).toList());
    }

    private static Table unnamed(Table table) {
        return table.withConstraints(table.constraints().stream()
                        .map(constraint -> constraint.withName(null))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> index.withName(null))
                        .toList());
    }
}
