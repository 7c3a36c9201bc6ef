package dev.autogen.differ;

import dev.autogen.schema.Catalog;

/**
 * Turns two catalogs into the operations that lead from one to the other. Pure: no database, no state, the same answer
 * for shuffled input.
 */
public final class SchemaDiffer {

    /**
     * Compares what is wanted with what is there. Both catalogs speak PostgreSQL's words already, that is, their
     * expressions have been judged and their types are canonical.
     *
     * @throws DifferException if the desired catalog contradicts itself, a rename names what is not there, or something
     *     takes a name before it is free
     */
    public SchemaDiff diff(Catalog desired, Catalog live, DiffOptions options) {
        Catalog wanted = DesiredCatalog.prepared(desired, live, options.unmanaged());
        Renames renames = Renames.resolve(options.renames(), wanted, live, options.complete());
        Retention retention = new Retention(options, renames.applyTo(options.claims()));
        Steps steps = new Steps();
        renames.addTo(steps);
        Catalog possible = PartitionedTables.fitted(wanted, renames.renamed(), retention);
        new SchemaComparison(possible, renames.renamed(), retention, steps).compare();
        SchemaDiff diff = new SchemaDiff(steps.inOrder(), retention.notices(), options.strict());
        TypeNames names = new TypeNames(live, options.unmanaged());
        names.follow(diff.upgrade());
        names.follow(diff.downgrade());
        return diff;
    }
}
