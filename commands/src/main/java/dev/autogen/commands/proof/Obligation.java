package dev.autogen.commands.proof;

import static java.util.Objects.requireNonNull;

import dev.autogen.commands.Sides;
import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.introspector.Scope;
import dev.autogen.migration.run.RunOptions;
import dev.autogen.schema.Catalog;

/**
 * What a new migration claims: that it leads from one catalog to another.
 *
 * @param sides what was compared
 * @param live what the database holds
 * @param desired what the entities, or the other database, want, in their own words
 * @param diff the difference that the migration was written from
 * @param options how the two were compared
 * @param scope the schemas they were compared in
 * @param run how migrations are run there
 */
public record Obligation(
        Sides sides, Catalog live, Catalog desired, SchemaDiff diff, DiffOptions options, Scope scope, RunOptions run) {

    public Obligation {
        requireNonNull(sides, "sides is null");
        requireNonNull(live, "live is null");
        requireNonNull(desired, "desired is null");
        requireNonNull(diff, "diff is null");
        requireNonNull(options, "options is null");
        requireNonNull(scope, "scope is null");
        requireNonNull(run, "run is null");
    }
}
