package dev.autogen.model.bridge.hibernate;

import dev.autogen.model.bridge.IndexFacts;
import dev.autogen.model.bridge.IndexPartFacts;
import dev.autogen.model.bridge.KeyFacts;
import dev.autogen.model.bridge.NameFacts;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/** Unique keys and indexes. */
final class Keys {

    private Keys() {}

    static KeyFacts unique(Table table, UniqueKey key) {
        List<IndexPartFacts> parts = new ArrayList<>();
        for (Column column : key.getColumns()) {
            String order = key.getColumnOrderMap().getOrDefault(column, "");
            parts.add(part(table, column, order));
        }
        return new KeyFacts(name(key), parts);
    }

    /** A key that comes from {@code @Index(unique = true)} is hashed under the index's prefix. */
    private static NameFacts name(UniqueKey key) {
        if (key.isNameExplicit() && key.getName() != null) {
            return Names.parse(key.getName());
        }
        return Names.given(key.getName(), "IDX") == null ? null : Names.given(key.getName(), "UK");
    }

    /** An expression arrives as a column of that name, which the table does not have. */
    private static IndexPartFacts part(Table table, Column column, String order) {
        return table.containsColumn(column)
                ? new IndexPartFacts(Names.of(column), null, order)
                : new IndexPartFacts(null, column.getName(), order);
    }

    static IndexFacts index(Index index) {
        List<IndexPartFacts> parts = new ArrayList<>();
        for (Selectable selectable : index.getSelectables()) {
            String order = index.getSelectableOrderMap().getOrDefault(selectable, "");
            parts.add(
                    selectable instanceof Column column
                            ? part(index.getTable(), column, order)
                            : new IndexPartFacts(null, selectable.getText(), order));
        }
        return new IndexFacts(Names.given(index.getName(), "IDX"), index.isUnique(), parts);
    }
}
