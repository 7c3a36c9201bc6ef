package dev.autogen.differ.hazard;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.TableSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the database on which operations will run. Begin with {@link #UNKNOWN}; the less is known, the more is a
 * hazard.
 *
 * @param live what there is before the first operation, tables of any kind, not only those that are compared; empty where
 *     that is not known
 * @param sizes how large tables are; may lack any table
 * @param attached what goes with a table or enum type and is not brought back, such as triggers and grants, in phrases; may
 *     lack any
 * @param volatileFunctions names of functions that people or extensions have made and that may give another value with
 *     each call; may lack any
 * @param serverVersion major version of PostgreSQL; 0 for any that is supported
 */
public record HazardContext(
        Optional<Catalog> live,
        Map<QualifiedName, TableSize> sizes,
        Map<QualifiedName, List<String>> attached,
        Set<String> volatileFunctions,
        int serverVersion) {
    /** Nothing is known. */
    public static final HazardContext UNKNOWN = new HazardContext(Optional.empty(), Map.of(), Map.of(), Set.of(), 0);

    public HazardContext {
        sizes = Map.copyOf(sizes);
        attached = Map.copyOf(attached);
        volatileFunctions = Set.copyOf(volatileFunctions);
    }

    /** A database of which it is known what there is. */
    public static HazardContext of(Catalog live) {
        return UNKNOWN.withLive(live);
    }

    public HazardContext withLive(Catalog newLive) {
        return new HazardContext(Optional.of(newLive), sizes, attached, volatileFunctions, serverVersion);
    }

    public HazardContext withSizes(Map<QualifiedName, TableSize> newSizes) {
        return new HazardContext(live, newSizes, attached, volatileFunctions, serverVersion);
    }

    public HazardContext withAttached(Map<QualifiedName, List<String>> newAttached) {
        return new HazardContext(live, sizes, newAttached, volatileFunctions, serverVersion);
    }

    public HazardContext withVolatileFunctions(Set<String> newVolatileFunctions) {
        return new HazardContext(live, sizes, attached, newVolatileFunctions, serverVersion);
    }

    public HazardContext withServerVersion(int newServerVersion) {
        return new HazardContext(live, sizes, attached, volatileFunctions, newServerVersion);
    }
}
