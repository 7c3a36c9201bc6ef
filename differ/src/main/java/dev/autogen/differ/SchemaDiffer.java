package dev.autogen.differ;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.CreateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns two catalogs into the operations that lead from one to the other. Pure: no database, no state, the same answer
 * for shuffled input.
 */
public final class SchemaDiffer {

    /**
     * Compares what is wanted with what is there. Both catalogs speak PostgreSQL's words already, that is, their
     * expressions have been judged and their types are canonical.
     *
     * @throws DifferException if the desired catalog contradicts itself or a rename names what is not there
     */
    public SchemaDiff diff(Catalog desired, Catalog live, DiffOptions options) {
        Set<QualifiedName> existing = live.tables().stream().map(Table::name).collect(Collectors.toSet());
        List<Change> changes = new ArrayList<>();
        for (Table table : desired.tables()) {
            if (!existing.contains(table.name())) {
                changes.add(new Change(new CreateTable(table.withIndexes(List.of())), List.of(), List.of()));
            }
        }
        return new SchemaDiff(changes, List.of(), options.strict());
    }
}
