package dev.autogen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.conformance.Progress.Law;
import dev.autogen.conformance.Workbench.Database;
import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.Notice;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.differ.hazard.Hazard;
import dev.autogen.differ.hazard.HazardContext;
import dev.autogen.differ.hazard.Hazards;
import dev.autogen.schema.Catalog;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The laws for two databases. */
final class DatabasesProof {
    private final Workbench bench;
    private final Database live;
    private final Options options;
    private final Progress progress;

    DatabasesProof(Workbench bench, Options options, Progress progress) {
        this.bench = bench;
        this.live = bench.live();
        this.options = options;
        this.progress = progress;
    }

    Outcome prove(Side before, Side after) throws SQLException {
        live.become(before);
        bench.model().become(after);
        Catalog start = live.introspect().catalog();
        Catalog desired = bench.model().introspect().catalog();
        assertNoDifference("a database and itself", start, start);
        assertNoDifference("a database and itself", desired, desired);
        SchemaDiff diff = diff(desired, start, DiffOptions.DATABASES.withRenames(options.renames()));
        diff.requireFeasible();
        List<String> startDependents = DependentsListing.of(live.connection());
        List<String> startListing = live.listing();
        List<String> startRows = live.rows(options.query());
        List<String> modelListing = bench.model().listing();
        progress.found(diff);
        if (diff.isEmpty()) {
            if (options.listed()) {
                assertThat(startListing).as("databases that do not differ").isEqualTo(modelListing);
            }
            return new Outcome(diff, List.of(), "", Optional.empty(), startRows);
        }
        List<List<Hazard>> hazards = Hazards.in(HazardContext.of(start)).ofTransaction(diff.upgrade());
        WrittenMigration migration = WrittenMigration.of(diff);
        live.apply(migration.upgrade());
        assertNoDifference("after the upgrade", desired, live.introspect().catalog());
        if (options.listed()) {
            assertThat(live.listing()).as("after the upgrade").isEqualTo(modelListing);
        }
        progress.met(Law.APPLIED);
        List<String> rows = live.rows(options.query());
        live.apply(migration.downgrade());
        Catalog back = new ValidatedParts(start, diff).catalog();
        assertNoDifference("after the downgrade", back, live.introspect().catalog());
        if (options.listed()) {
            assertThat(live.listing()).as("after the downgrade").isEqualTo(startListing);
        }
        assertThat(live.rows(options.query())).as("rows after the downgrade").isEqualTo(startRows);
        assertThat(DependentsListing.of(live.connection()))
                .as("after the downgrade")
                .isEqualTo(startDependents);
        progress.met(Law.REVERTED);
        if (options.alsoAsModel()) {
            assertConvergesAsModel(back, new UnnamedParts(desired).catalog());
        }
        live.apply(migration.upgrade());
        assertNoDifference(
                "after the second upgrade", desired, live.introspect().catalog());
        Optional<SafeForm> safe = SafeForm.of(diff, start);
        if (safe.isPresent()) {
            live.run(safe.get().downgrade());
            assertNoDifference(
                    "after the safe downgrade", back, live.introspect().catalog());
            if (options.listed()) {
                assertThat(live.listing()).as("after the safe downgrade").isEqualTo(startListing);
            }
            live.run(safe.get().upgrade());
            assertNoDifference(
                    "after the safe upgrade", desired, live.introspect().catalog());
            if (options.listed()) {
                assertThat(live.listing()).as("after the safe upgrade").isEqualTo(modelListing);
            }
        }
        return new Outcome(diff, hazards, migration.source(), safe, rows);
    }

    private void assertConvergesAsModel(Catalog start, Catalog model) throws SQLException {
        DiffOptions asModel = DiffOptions.ENTITIES.withAllowDrops(true).withRenames(options.renames());
        SchemaDiff diff = live.diff(model, start, asModel);
        live.apply(diff.upgrade());
        SchemaDiff again = new SchemaDiffer().diff(model, live.introspect().catalog(), asModel.withRenames(List.of()));
        assertThat(Outcome.sql(again.upgrade()))
                .as("as a model, after the upgrade:%n%s", Outcome.sql(diff.upgrade()))
                .isEmpty();
        live.apply(diff.downgrade());
        assertNoDifference(
                "as a model, after the downgrade", start, live.introspect().catalog());
    }

    private void assertNoDifference(String when, Catalog desired, Catalog existing) throws SQLException {
        assertThat(Outcome.sql(diff(desired, existing, DiffOptions.DATABASES).upgrade()))
                .as(when)
                .isEmpty();
    }

    private SchemaDiff diff(Catalog desired, Catalog existing, DiffOptions compared) throws SQLException {
        SchemaDiff diff = live.diff(desired, existing, compared);
        if (options.listed()) {
            assertThat(diff.notices())
                    .filteredOn(notice -> notice.kind() == Notice.Kind.UNSUPPORTED)
                    .isEmpty();
        }
        return diff;
    }
}
