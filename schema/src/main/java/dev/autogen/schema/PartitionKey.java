package dev.autogen.schema;

import java.util.Collection;
import java.util.List;

/**
 * How the rows of a partitioned table are told apart (PostgreSQL, section 5.12). None of its columns can be dropped or
 * get another type.
 *
 * @param columns the columns that stand in it by themselves, in order
 * @param expressions the expressions in it, as one text; null when there are none
 */
public record PartitionKey(List<String> columns, SqlExpression expressions) {

    public PartitionKey {
        columns = List.copyOf(columns);
    }

    /**
     * Whether the table can have a primary key or unique constraint over these columns: each partition looks after its own
     * rows only, so such a key has to contain the columns, and an expression allows none.
     */
    public boolean permitsKey(Collection<String> key) {
        return expressions == null && key.containsAll(columns);
    }
}
