package dev.autogen.differ;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What becomes of a table when columns of it are renamed. */
public final class TableRenaming {
    private TableRenaming() {}

    /**
     * The table with other names for columns, also in its constraints, indexes and expressions.
     *
     * @param names new names by the old ones
     */
    public static Table columns(Table table, Map<String, String> names) {
        Map<ColumnRef, String> columns = new HashMap<>();
        names.forEach((from, to) -> columns.put(new ColumnRef(table.name(), from), to));
        return new CatalogRenaming(columns, Set.of()).apply(table);
    }
}
