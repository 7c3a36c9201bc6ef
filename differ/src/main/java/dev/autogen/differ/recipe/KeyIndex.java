package dev.autogen.differ.recipe;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;
import java.util.Map;

/** The index that a primary key or unique constraint is made of. */
final class KeyIndex {
    private KeyIndex() {}

    /** Without a name. */
    static Index of(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return index(key.columns(), key.include(), false);
        }
        UniqueConstraint unique = (UniqueConstraint) constraint;
        return index(unique.columns(), unique.include(), unique.nullsNotDistinct());
    }

    private static Index index(List<String> columns, List<String> include, boolean nullsNotDistinct) {
        List<IndexKey> keys = columns.stream().map(IndexKey::column).toList();
        return new Index(null, Index.BTREE, keys, include, true, nullsNotDistinct, null, Map.of(), true);
    }
}
