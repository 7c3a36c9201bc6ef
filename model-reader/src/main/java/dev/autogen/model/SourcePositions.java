package dev.autogen.model;

import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import java.util.Map;
import java.util.Optional;

/**
 * Where the entities' sources declare what the catalog holds.
 *
 * @param tables the class declaration of each table, or the field that owns a join or collection table
 * @param columns the field or getter of each column
 */
public record SourcePositions(Map<QualifiedName, SourcePosition> tables, Map<ColumnRef, SourcePosition> columns) {
    /** No position is known, for example because the entities were read from classes alone. */
    public static final SourcePositions UNKNOWN = new SourcePositions(Map.of(), Map.of());

    public SourcePositions {
        tables = Map.copyOf(tables);
        columns = Map.copyOf(columns);
    }

    /** Where the table is declared; empty when its source is not known. */
    public Optional<SourcePosition> ofTable(QualifiedName table) {
        return Optional.ofNullable(tables.get(table));
    }

    /** Where the column is declared, else where its table is. */
    public Optional<SourcePosition> ofColumn(QualifiedName table, String column) {
        return Optional.ofNullable(columns.get(new ColumnRef(table, column))).or(() -> ofTable(table));
    }
}
