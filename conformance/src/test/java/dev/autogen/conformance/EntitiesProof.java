package dev.autogen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.conformance.Progress.Law;
import dev.autogen.conformance.Workbench.Database;
import dev.autogen.differ.ClaimRecorder;
import dev.autogen.differ.Claims;
import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.differ.hazard.Hazard;
import dev.autogen.differ.hazard.HazardContext;
import dev.autogen.differ.hazard.Hazards;
import dev.autogen.introspector.LiveCatalog;
import dev.autogen.schema.Catalog;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The laws for entities and a database. */
final class EntitiesProof {
    private final Database live;
    private final Options options;
    private final Progress progress;

    EntitiesProof(Workbench bench, Options options, Progress progress) {
        this.live = bench.live();
        this.options = options;
        this.progress = progress;
    }

    Outcome prove(Side before, Side.Entities entities) throws SQLException {
        Catalog model = EntityTexts.read(entities.sources()).catalog();
        live.become(before);
        LiveCatalog start = live.introspect();
        DiffOptions compared = DiffOptions.ENTITIES
                .withUnmanaged(start.leftOut().keySet())
                .withRenames(options.renames())
                .withAllowDrops(options.allowDrops())
                .withStrict(options.strict())
                .withClaims(options.claimed() ? claims(start.catalog()) : Claims.NONE);
        SchemaDiff diff = live.diff(model, start.catalog(), compared);
        diff.requireFeasible();
        List<String> startRows = live.rows(options.query());
        progress.found(diff);
        if (diff.isEmpty()) {
            return new Outcome(diff, List.of(), "", Optional.empty(), startRows);
        }
        List<String> startListing = live.listing();
        List<List<Hazard>> hazards =
                Hazards.in(HazardContext.of(start.catalog())).ofTransaction(diff.upgrade());
        WrittenMigration migration = WrittenMigration.of(diff);
        live.apply(migration.upgrade());
        assertNothingLeft("after the upgrade", model, compared);
        progress.met(Law.APPLIED);
        List<String> rows = live.rows(options.query());
        live.apply(migration.downgrade());
        assertThat(Outcome.sql(live.diff(
                                new ValidatedParts(start.catalog(), diff).catalog(),
                                live.introspect().catalog(),
                                DiffOptions.DATABASES)
                        .upgrade()))
                .as("after the downgrade")
                .isEmpty();
        if (options.listed()) {
            assertThat(live.listing()).as("after the downgrade").isEqualTo(startListing);
        }
        assertThat(live.rows(options.query())).as("rows after the downgrade").isEqualTo(startRows);
        progress.met(Law.REVERTED);
        live.apply(migration.upgrade());
        assertNothingLeft("after the second upgrade", model, compared);
        Optional<SafeForm> safe = SafeForm.of(diff, start.catalog());
        if (safe.isPresent()) {
            live.run(safe.get().downgrade());
            if (options.listed()) {
                assertThat(live.listing()).as("after the safe downgrade").isEqualTo(startListing);
            }
            live.run(safe.get().upgrade());
            assertNothingLeft("after the safe upgrade", model, compared);
        }
        return new Outcome(diff, hazards, migration.source(), safe, rows);
    }

    private void assertNothingLeft(String when, Catalog model, DiffOptions compared) throws SQLException {
        SchemaDiff left = live.diff(model, live.introspect().catalog(), compared.withRenames(List.of()));
        assertThat(Outcome.sql(left.upgrade())).as(when).isEmpty();
    }

    /** All that there is, as if migrations had made it. */
    private static Claims claims(Catalog catalog) {
        return new ClaimRecorder()
                .replay(new SchemaDiffer()
                        .diff(catalog, Catalog.EMPTY, DiffOptions.DATABASES)
                        .upgrade())
                .claims();
    }
}
