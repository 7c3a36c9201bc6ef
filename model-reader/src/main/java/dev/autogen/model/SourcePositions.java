package dev.autogen.model;

import dev.autogen.model.bridge.MemberFacts;
import dev.autogen.schema.ColumnRef;
import dev.autogen.schema.QualifiedName;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the entities' sources declare what the catalog holds: the class declaration of each table, or the field that
 * owns a join or collection table; the field or getter of each column.
 *
 * <p>A source is parsed when it is first asked about, since most comparisons find little to report. Thread-safe.
 */
public final class SourcePositions {
    /** No position is known, for example because the entities were read from classes alone. */
    public static final SourcePositions UNKNOWN = new SourcePositions(Map.of(), Map.of(), origin -> Optional.empty());

    private final Map<QualifiedName, MemberFacts> tables;
    private final Map<ColumnRef, MemberFacts> columns;
    private final Function<MemberFacts, Optional<SourcePosition>> search;

    /**
     * @param tables the member behind each table
     * @param columns the member behind each column
     * @param search finds a member in the sources
     */
    SourcePositions(
            Map<QualifiedName, MemberFacts> tables,
            Map<ColumnRef, MemberFacts> columns,
            Function<MemberFacts, Optional<SourcePosition>> search) {
        this.tables = Map.copyOf(tables);
        this.columns = Map.copyOf(columns);
        this.search = search;
    }

    /** Where the table is declared; empty when its source is not known. */
    public Optional<SourcePosition> ofTable(QualifiedName table) {
        return Optional.ofNullable(tables.get(table)).flatMap(search);
    }

    /** Where the column is declared, else where its table is. */
    public Optional<SourcePosition> ofColumn(QualifiedName table, String column) {
        return Optional.ofNullable(columns.get(new ColumnRef(table, column)))
                .flatMap(search)
                .or(() -> ofTable(table));
    }
}
