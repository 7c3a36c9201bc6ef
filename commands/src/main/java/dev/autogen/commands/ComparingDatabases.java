package dev.autogen.commands;

import static java.util.stream.Collectors.toSet;

import dev.autogen.commands.Comparing.Compared;
import dev.autogen.commands.config.ComparisonSettings;
import dev.autogen.commands.config.ConfigurationException;
import dev.autogen.commands.config.ConnectionTarget;
import dev.autogen.commands.config.Settings;
import dev.autogen.commands.database.Database;
import dev.autogen.commands.database.ScratchServer;
import dev.autogen.commands.database.StandIn;
import dev.autogen.commands.proof.Obligation;
import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.introspector.Canonicalization;
import dev.autogen.introspector.DatabasesCanonicalizer;
import dev.autogen.introspector.DatabasesCanonicalizer.Side;
import dev.autogen.introspector.RefusedText;
import dev.autogen.model.SourcePositions;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Compares two databases: reads both at the same time, lets each server judge its own texts, diffs. */
final class ComparingDatabases {
    private final Workspace workspace;
    private final Settings settings;
    private final Optional<Questions> questions;

    ComparingDatabases(Workspace workspace) {
        this(workspace, Optional.empty());
    }

    /** @param questions whom to ask which differences are renames */
    ComparingDatabases(Workspace workspace, Optional<Questions> questions) {
        this.workspace = workspace;
        this.questions = questions;
        this.settings = workspace.settings();
    }

    /**
     * {@code diff --from --to} and {@code check --against}.
     *
     * @param from the database as it is; the configured one where empty
     * @param to the database as it is to be
     */
    Comparison compare(Optional<ConnectionTarget> from, ConnectionTarget to) {
        NamedDatabase live = from.map(target ->
                        NamedDatabase.of(target, settings.schemasOf(target, () -> List.of(Settings.DEFAULT_SCHEMA))))
                .orElseGet(this::configured);
        NamedDatabase desired = NamedDatabase.of(
                to, settings.schemasOf(to, () -> from.isPresent() ? List.of(Settings.DEFAULT_SCHEMA) : live.schemas()));
        return compare(live, desired);
    }

    private NamedDatabase configured() {
        ConnectionTarget target = settings.database();
        return NamedDatabase.of(target, settings.schemas(target).value());
    }

    private Comparison compare(NamedDatabase live, NamedDatabase desired) {
        boolean told = live.defaultSchema().equals(desired.defaultSchema());
        NamedDatabase from = told ? live : live.withSchemaInName();
        NamedDatabase to = told ? desired : desired.withSchemaInName();
        requireTwo(from, to);
        workspace
                .progress()
                .say("Databases: from " + from.name() + " (" + from.target().chosenBy() + ") to " + to.name() + " ("
                        + to.target().chosenBy() + ")");
        Stream.of(from, to)
                .flatMap(named -> named.target().notices().stream())
                .distinct()
                .forEach(workspace.progress()::say);
        try (ScratchServer scratch = scratchServer()) {
            return compare(() -> ReadDatabase.open(workspace, from, scratch), to, scratch)
                    .comparison();
        }
    }

    /** {@code -m --to}: from the database that is open already. */
    Compared compare(Database from, ConnectionTarget to) {
        NamedDatabase live = NamedDatabase.of(from);
        NamedDatabase desired = NamedDatabase.of(to, settings.schemasOf(to, live::schemas));
        requireTwo(live, desired);
        workspace.progress().say("Compared with: " + to.describe() + " (" + to.chosenBy() + ")");
        to.notices().forEach(workspace.progress()::say);
        try (ScratchServer scratch = scratchServer()) {
            return compare(() -> ReadDatabase.of(from), desired, scratch);
        }
    }

    /** One for the files on both sides. */
    private ScratchServer scratchServer() {
        return ScratchServer.open(settings.scratchDatabase(), Optional.empty());
    }

    private static void requireTwo(NamedDatabase from, NamedDatabase to) {
        if (from.target().describe().equals(to.target().describe())
                && from.schemas().equals(to.schemas())) {
            throw new ConfigurationException(from.name() + " would be compared with itself ("
                    + from.target().chosenBy() + ", " + to.target().chosenBy() + "). Name another database, or another"
                    + " schema of it with currentSchema in one of the URLs.");
        }
    }

    private Compared compare(Supplier<ReadDatabase> live, NamedDatabase desired, ScratchServer scratch) {
        Background<ReadDatabase> opening =
                Background.start("reads a database", () -> ReadDatabase.open(workspace, desired, scratch));
        try (ReadDatabase from = live.get();
                ReadDatabase to = opening.join()) {
            return compare(from, to);
        } finally {
            // Where the first could not be opened, the second still is.
            opening.whenDone(ReadDatabase::close);
        }
    }

    private Compared compare(ReadDatabase from, ReadDatabase to) {
        Stream.of(from, to)
                .flatMap(read -> read.database().script().loaded(read.target().describe()).stream())
                .distinct()
                .forEach(workspace.progress()::say);
        requireSomething(to);
        ComparisonSettings how = settings.comparison();
        CatalogFilter filter = new CatalogFilter(
                how.include(),
                how.exclude(),
                Set.copyOf(List.of(from.scope().defaultSchema(), to.scope().defaultSchema())));
        Uncomparable uncomparable = Uncomparable.between(from, to);
        CatalogFilter.Filtered filtered =
                filter.from(uncomparable.without(to.catalog()), uncomparable.without(from.catalog()));
        Canonicalization spoken = canonical(from, filtered.live(), to, filtered.desired());
        DiffOptions known = DiffOptions.DATABASES
                .withStrict(how.strict())
                .withUnmanaged(unmanaged(from, filtered))
                .withServerVersion(from.live().server().majorVersion());
        DiffOptions options = new Renaming(workspace, spoken.desired(), spoken.live(), known, SourcePositions.UNKNOWN)
                .decided(List.of(), from.scope().defaultSchema(), questions);
        SchemaDiff diff =
                from.carrying(new SchemaDiffer().diff(spoken.desired(), spoken.live(), options), spoken, how.split());
        SchemaDiff all = uncomparable.addedTo(diff, filter);
        Sides sides = Sides.ofDatabases(from.name(), to.name());
        Staging staging = Staging.of(all, from.catalog(), how);
        Comparison comparison = new Comparison(
                sides,
                all,
                staging.recipe(),
                staging.stages(),
                SourcePositions.UNKNOWN,
                settings.project(),
                from.scope().defaultSchema(),
                from.facts(all),
                warnings(from, to, spoken, !all.isEmpty()));
        return new Compared(
                comparison,
                new Obligation(
                        sides,
                        filtered.live(),
                        filtered.desired(),
                        diff,
                        options,
                        from.scope(),
                        from.database().runOptions()));
    }

    /** What nothing is known of: relations that are no tables, and what foreign keys point at beyond the schemas. */
    private static Set<QualifiedName> unmanaged(ReadDatabase from, CatalogFilter.Filtered filtered) {
        Set<QualifiedName> known = Stream.of(filtered.desired(), filtered.live())
                .flatMap(catalog -> catalog.tables().stream())
                .map(table -> table.name())
                .collect(toSet());
        return Stream.concat(
                        from.live().leftOut().keySet().stream(),
                        filtered.desired().tables().stream()
                                .flatMap(table -> table.foreignKeys().stream())
                                .map(key -> key.target())
                                .filter(target -> !known.contains(target)))
                .collect(toSet());
    }

    private static Canonicalization canonical(ReadDatabase from, Catalog live, ReadDatabase to, Catalog desired) {
        try (StandIn standIn = new StandIn()) {
            return DatabasesCanonicalizer.withStandIn(standIn::connect)
                    .canonicalize(
                            new Side(desired, to.scope().defaultSchema(), to.connection()),
                            new Side(live, from.scope().defaultSchema(), from.connection()));
        } catch (SQLException e) {
            throw new DatabaseException(from.target(), e);
        }
    }

    /** What is to be must be something where there is something elsewhere: else all would be said to go. */
    private static void requireSomething(ReadDatabase to) {
        if (!to.isEmpty()) {
            return;
        }
        List<String> others = to.otherSchemas();
        if (!others.isEmpty()) {
            throw new ConfigurationException(to.name() + " (" + to.target().chosenBy() + ") has nothing in schema "
                    + String.join(", ", to.scope().schemas()) + ", but tables in " + String.join(", ", others)
                    + ". Say which to compare with --schema, or with currentSchema in its URL.");
        }
    }

    private static List<String> warnings(
            ReadDatabase from, ReadDatabase to, Canonicalization spoken, boolean different) {
        List<String> warnings = new ArrayList<>();
        if (!from.live().defaultSchemaExists()) {
            warnings.add(from.name() + " has no schema " + from.scope().defaultSchema() + " yet");
        } else if (from.isEmpty() && !from.otherSchemas().isEmpty()) {
            warnings.add(from.name() + " has nothing in schema "
                    + String.join(", ", from.scope().schemas()) + ", but tables in "
                    + String.join(", ", from.otherSchemas()));
        }
        warnings.addAll(from.database().script().notices());
        warnings.addAll(to.database().script().notices());
        if (spoken.judgedBy() == Canonicalization.JudgedBy.STAND_IN) {
            warnings.add("a role may not create temporary tables, so an embedded PostgreSQL read the texts of its"
                    + " database again");
        }
        for (RefusedText text : spoken.unjudged()) {
            warnings.add("nobody could read " + text.text() + " of " + text.table() + " again: " + text.message());
        }
        int fromMajor = from.live().server().majorVersion();
        int toMajor = to.live().server().majorVersion();
        if (different && fromMajor != toMajor) {
            warnings.add(from.name() + " is read by PostgreSQL " + fromMajor + " and " + to.name() + " by PostgreSQL "
                    + toMajor + "; what these print differently can show as a difference");
        }
        return warnings;
    }
}
