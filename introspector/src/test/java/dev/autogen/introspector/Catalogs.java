package dev.autogen.introspector;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.Column;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Catalogs in tests. */
final class Catalogs {
    private Catalogs() {}

    static Table table(String name, Column... columns) {
        return Table.of(QualifiedName.of(name), List.of(columns));
    }

    /** Every expression in PostgreSQL's words. */
    static List<String> expressions(Catalog catalog) {
        List<String> all = new ArrayList<>();
        for (Table table : catalog.tables()) {
            table.columns().stream()
                    .filter(column -> column.defaultValue() != null)
                    .forEach(column -> all.add(column.defaultValue().canonical()));
            table.checks().forEach(check -> all.add(check.expression().canonical()));
            for (Index index : table.indexes()) {
                index.keys().stream()
                        .filter(key -> key.expression() != null)
                        .forEach(key -> all.add(key.expression().canonical() + " " + key.collation()));
                if (index.predicate() != null) {
                    all.add(index.predicate().canonical());
                }
            }
        }
        return all;
    }
}
