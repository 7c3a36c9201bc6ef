package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An index that no constraint stands for. Its schema is that of its table.
 *
 * @param name its name; null when a model leaves the choice to us
 * @param method access method, {@code btree} by default
 * @param keys what it is sorted by, never empty
 * @param include columns that it carries without being sorted by them
 * @param unique whether it refuses equal keys
 * @param nullsNotDistinct whether two nulls count as equal (PostgreSQL 15 and later)
 * @param predicate the rows it holds; null for all
 * @param options storage options such as {@code fillfactor}, sorted by name
 * @param valid false for what a failed concurrent build left behind
 */
public record Index(
        String name,
        String method,
        List<IndexKey> keys,
        List<String> include,
        boolean unique,
        boolean nullsNotDistinct,
        SqlExpression predicate,
        Map<String, String> options,
        boolean valid) {

    /** The access method PostgreSQL takes where none is named. */
    public static final String BTREE = "btree";

    public Index {
        requireNonNull(method, "method is null");
        keys = List.copyOf(keys);
        include = List.copyOf(include);
        options = java.util.Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** A plain b-tree index; the name may be null. */
    public static Index of(String name, List<IndexKey> keys) {
        return new Index(name, BTREE, keys, List.of(), false, false, null, Map.of(), true);
    }

    public Index withName(String newName) {
        return new Index(newName, method, keys, include, unique, nullsNotDistinct, predicate, options, valid);
    }

    public Index withUnique(boolean newUnique) {
        return new Index(name, method, keys, include, newUnique, nullsNotDistinct, predicate, options, valid);
    }

    public Index withKeys(List<IndexKey> newKeys) {
        return new Index(name, method, newKeys, include, unique, nullsNotDistinct, predicate, options, valid);
    }

    public Index withPredicate(SqlExpression newPredicate) {
        return new Index(name, method, keys, include, unique, nullsNotDistinct, newPredicate, options, valid);
    }

    public Index withValid(boolean newValid) {
        return new Index(name, method, keys, include, unique, nullsNotDistinct, predicate, options, newValid);
    }
}
