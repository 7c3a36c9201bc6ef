package dev.autogen.commands.preflight;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * A table as the database has it.
 *
 * @param name its name, with its schema
 * @param kind {@code relkind} of {@code pg_class}
 * @param columns its columns, in their order
 * @param key the columns of its primary key; empty where it has none
 * @param blocks the blocks of its largest part, itself or a partition
 * @param filtered whether row-level security hides rows of it from the role
 */
record LiveTable(
        QualifiedName name, char kind, List<LiveColumn> columns, List<String> key, long blocks, boolean filtered) {

    LiveTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    boolean isPartitioned() {
        return kind == 'p';
    }

    /** Whether it holds rows that an {@code ALTER TABLE} works on; a view, say, has none of its own. */
    boolean holdsRows() {
        return kind == 'r' || kind == 'p';
    }
}
