package dev.autogen.model.bridge;

import java.util.List;

/**
 * A table with its columns in the order in which the entity declares them.
 *
 * @param schema null for the default schema
 * @param comment null when there is none
 * @param primaryKey columns of the primary key; empty when there is none
 * @param origin the entity, or the member that owns a collection table; null when neither is known
 */
public record TableFacts(
        NameFacts schema,
        NameFacts name,
        String comment,
        List<ColumnFacts> columns,
        List<NameFacts> primaryKey,
        List<KeyFacts> uniqueKeys,
        List<ForeignKeyFacts> foreignKeys,
        List<IndexFacts> indexes,
        List<CheckFacts> checks,
        MemberFacts origin) {

    public TableFacts {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        uniqueKeys = List.copyOf(uniqueKeys);
        foreignKeys = List.copyOf(foreignKeys);
        indexes = List.copyOf(indexes);
        checks = List.copyOf(checks);
    }
}
