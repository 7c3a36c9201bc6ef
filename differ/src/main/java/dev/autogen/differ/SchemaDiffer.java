package dev.autogen.differ;

import dev.autogen.schema.Catalog;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Set;

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
        if (!options.complete()) {
            DesiredCatalog.requireKnown(wanted, options.serverVersion());
        }
        Renames renames = Renames.resolve(options.renames(), wanted, live, options.complete());
        Retention retention = new Retention(options, renames.applyTo(options.claims()));
        Steps steps = new Steps();
        renames.addTo(steps);
        Catalog possible = PartitionedTables.fitted(wanted, renames.renamed(), retention);
        SchemaComparison comparison = new SchemaComparison(possible, renames.renamed(), retention, steps);
        comparison.compare();
        retention.noteAll(new RenameSearch(wanted, renames)
                .all().stream().map(PossibleRename::notice).toList());
        SchemaDiff diff = new SchemaDiff(
                EnumUses.known(steps.inOrder(), renames.renamed()),
                retention.notices(),
                options.strict(),
                List.of(),
                comparison.survivors());
        TypeNames names = new TypeNames(live, options.unmanaged());
        names.follow(diff.upgrade());
        names.follow(diff.downgrade());
        return diff;
    }

    /**
     * The tables, by their names on either side, of which the renames that the options tell change texts: what stands in
     * a check or default then has to be compared with what stands elsewhere.
     *
     * @throws DifferException as {@link #diff} does
     */
    public Set<QualifiedName> concernedByRenames(Catalog desired, Catalog live, DiffOptions options) {
        Catalog wanted = DesiredCatalog.prepared(desired, live, options.unmanaged());
        return Renames.resolve(options.renames(), wanted, live, options.complete())
                .concerned();
    }

    /**
     * Finds what may be renames besides those that the options tell, as if these were carried out already.
     *
     * @throws DifferException as {@link #diff} does
     */
    public RenameAdvice advise(Catalog desired, Catalog live, DiffOptions options) {
        Catalog wanted = DesiredCatalog.prepared(desired, live, options.unmanaged());
        Renames renames = Renames.resolve(options.renames(), wanted, live, options.complete());
        return RenameAdvice.of(new RenameSearch(wanted, renames), renames);
    }
}
