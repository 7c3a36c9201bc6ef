package dev.autogen.schema;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

/**
 * A column named from outside its table.
 *
 * @param table the table
 * @param column the column's name
 */
public record ColumnRef(QualifiedName table, String column) implements Comparable<ColumnRef> {

    public ColumnRef {
        requireNonNull(table, "table is null");
        requireNonNull(column, "column is null");
    }

    @Override
    public int compareTo(ColumnRef other) {
        return comparing(ColumnRef::table).thenComparing(ColumnRef::column).compare(this, other);
    }

    @Override
    public String toString() {
        return table + "." + column;
    }
}
