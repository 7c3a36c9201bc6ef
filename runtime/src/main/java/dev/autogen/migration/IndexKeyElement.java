package dev.autogen.migration;

import dev.autogen.schema.IndexKey;

/** One key of an index with its options, see {@link Elements#key} and {@link Elements#expression}. Immutable. */
public final class IndexKeyElement {
    private final IndexKey key;

    IndexKeyElement(IndexKey key) {
        this.key = key;
    }

    IndexKey key() {
        return key;
    }

    /** {@code DESC}: sorted downwards, nulls first unless {@link #nullsLast} is called after it. */
    public IndexKeyElement desc() {
        return new IndexKeyElement(key.desc());
    }

    /** {@code NULLS FIRST}. */
    public IndexKeyElement nullsFirst() {
        return new IndexKeyElement(key.withNullsFirst(true));
    }

    /** {@code NULLS LAST}. */
    public IndexKeyElement nullsLast() {
        return new IndexKeyElement(key.withNullsFirst(false));
    }

    /** {@code COLLATE collation}, in SQL's spelling: {@code collate("\"C\"")}. */
    public IndexKeyElement collate(String collation) {
        return new IndexKeyElement(new IndexKey(
                key.column(),
                key.expression(),
                Names.text("collate", "collation", collation),
                key.operatorClass(),
                key.descending(),
                key.nullsFirst()));
    }

    /** The operator class, in SQL's spelling: {@code operatorClass("text_pattern_ops")}. */
    public IndexKeyElement operatorClass(String operatorClass) {
        return new IndexKeyElement(new IndexKey(
                key.column(),
                key.expression(),
                key.collation(),
                Names.text("operatorClass", "operator class", operatorClass),
                key.descending(),
                key.nullsFirst()));
    }
}
