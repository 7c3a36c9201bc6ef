package dev.autogen.introspector;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.QualifiedName;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a database holds at one moment.
 *
 * @param catalog what a model could have said
 * @param leftOut relations and types in the scope that are not in the catalog, and why; nothing of them is ever proposed to be
 *     dropped, and none of their names can be given to a new table
 * @param defaultSchemaExists false when the default schema is still to be created; nothing in the catalog is in it then
 * @param server the server that was asked
 */
public record LiveCatalog(
        Catalog catalog, Map<QualifiedName, LeftOut> leftOut, boolean defaultSchemaExists, ServerFacts server) {

    /** Why a relation or type is no part of the catalog. */
    public enum LeftOut {
        VIEW,
        MATERIALIZED_VIEW,
        FOREIGN_TABLE,
        /** A partition; the partitioned table itself is in the catalog. */
        PARTITION,
        /** A table that inherits from another; the parent is in the catalog. */
        INHERITING_TABLE,
        COMPOSITE_TYPE,
        RANGE_TYPE,
        /** A table that came with an extension. */
        EXTENSION_MEMBER,
        /** Named by {@link Scope#ignoredTables()}. */
        IGNORED
    }

    public LiveCatalog {
        requireNonNull(catalog, "catalog is null");
        leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
        requireNonNull(server, "server is null");
    }
}
