package dev.autogen.commands.proof;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.autogen.commands.database.ScratchDatabase;
import dev.autogen.commands.database.ScratchServer;
import dev.autogen.commands.report.Subject;
import dev.autogen.differ.DiffOptions;
import dev.autogen.differ.SchemaDiff;
import dev.autogen.differ.SchemaDiffer;
import dev.autogen.migration.Step;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.MigrationFailedException;
import dev.autogen.migration.run.RunOptions;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.operation.Operation;
import dev.autogen.schema.operation.OperationSummary;
import dev.autogen.schema.operation.OperationSummary.Sign;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds one migration to what a range of others does: the same schema, and the same made-up rows, after its upgrade, the same after its downgrade,
 * and the same again where a database that ran the range is taken down and up by the one.
 */
public final class RangeEquivalence implements AutoCloseable {
    private static final int SHOWN = 5;

    private final Trial trial;
    private final String below;
    private final boolean reversible;
    private final ScratchDatabase before;
    private final ScratchDatabase after;
    private final Picture start;
    private final Picture end;
    private final Picture back;
    private final RowEquivalence rows;
    private final ScratchDatabase rowsStart;
    private final List<LoadedMigration> ranged;
    private final String last;
    private String ofRows = "";

    /**
     * Runs the range on scratch databases.
     *
     * @param migrations the project's migrations
     * @param below the revision below the range; {@code base} where there is none
     * @param last the last revision of the range
     * @param reversible whether the range can be taken down
     * @param steps what the range does on the way up
     * @throws MigrationFailedException if the scratch server cannot run the history
     */
    public RangeEquivalence(
            ScratchServer server,
            RunOptions options,
            List<LoadedMigration> migrations,
            String below,
            String last,
            boolean reversible,
            List<Step> steps)
            throws SQLException {
        this.trial = new Trial(server, options);
        this.below = below;
        this.reversible = reversible;
        this.ranged = List.copyOf(migrations);
        this.last = last;
        boolean ready = false;
        try {
            this.before = server.create();
            trial.migrator(before, migrations).upgrade(below);
            this.start = trial.picture(before);
            this.after = server.copyOf(before);
            trial.migrator(after, migrations).upgrade(last);
            this.end = trial.picture(after);
            this.back = reversible ? wayBack(server) : start;
            this.rowsStart = server.copyOf(before);
            this.rows = new RowEquivalence(trial, rowsStart, start.catalog(), end.catalog(), steps);
            ready = true;
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    private Picture wayBack(ScratchServer server) throws SQLException {
        try (ScratchDatabase there = server.copyOf(after)) {
            trial.migrator(there, ranged).downgrade(below);
            return trial.picture(there);
        }
    }

    /**
     * What the range comes to in operations of its own, such as one table with all the columns that were added to it one
     * by one. Only where it does nothing but make new things: what was there before may hold rows, and how these fare the
     * steps of the range alone can tell.
     *
     * @param recorded what the range does
     */
    public Optional<SchemaDiff> additions(List<Operation> recorded) {
        SchemaDiff diff = new SchemaDiffer().diff(end.catalog(), start.catalog(), DiffOptions.DATABASES);
        Set<QualifiedName> old =
                start.catalog().tables().stream().map(Table::name).collect(toSet());
        boolean onlyAdds = diff.upgrade().stream()
                .allMatch(operation -> OperationSummary.of(operation).sign() == Sign.ADDED);
        boolean leavesOldAlone = recorded.stream().noneMatch(operation -> isAbout(operation, old))
                && diff.upgrade().stream().noneMatch(operation -> isAbout(operation, old));
        return onlyAdds && leavesOldAlone && start.others().equals(end.others()) ? Optional.of(diff) : Optional.empty();
    }

    private static boolean isAbout(Operation operation, Set<QualifiedName> tables) {
        return Subject.of(operation)
                .map(subject -> tables.contains(subject.table()))
                .orElse(false);
    }

    /**
     * What speaks against the one migration; empty where it does the same as the range.
     *
     * @param migrations the project's migrations with the one in the place of the range
     * @param id the id of the one
     */
    public Optional<String> disproof(List<LoadedMigration> migrations, String id) throws SQLException {
        try (ScratchDatabase fresh = trial.server().copyOf(before);
                ScratchDatabase ranged = trial.server().copyOf(after)) {
            trial.migrator(fresh, migrations).upgrade(id);
            Optional<String> up = differing(fresh, end, "its upgrade leaves another schema");
            if (up.isEmpty()) {
                up = rows(migrations, id);
            }
            if (up.isPresent() || !reversible) {
                return up;
            }
            trial.migrator(fresh, migrations).downgrade(below);
            trial.migrator(ranged, migrations).downgrade(below);
            Optional<String> down = differing(fresh, back, "its downgrade leaves another schema");
            if (down.isEmpty()) {
                down = differing(ranged, back, "its downgrade of what the range made leaves another schema");
            }
            if (down.isPresent() || !trial.differences(start, back, before).isEmpty()) {
                return down;
            }
            trial.migrator(ranged, migrations).upgrade(id);
            return differing(ranged, end, "its upgrade after its downgrade leaves another schema");
        } catch (MigrationFailedException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** What it does otherwise to rows than the range, up or there and back. */
    private Optional<String> rows(List<LoadedMigration> migrations, String id) throws SQLException {
        RowEquivalence.Verdict up = rows.compare(
                database -> trial.migrator(database, ranged).upgrade(last),
                "the range",
                database -> trial.migrator(database, migrations).upgrade(id),
                "the one");
        ofRows = up.said();
        if (up.difference().isPresent() || !reversible) {
            return up.difference();
        }
        return rows.compare(
                        database -> {
                            trial.migrator(database, ranged).upgrade(last);
                            trial.migrator(database, ranged).downgrade(below);
                        },
                        "the range, up and down,",
                        database -> {
                            trial.migrator(database, migrations).upgrade(id);
                            trial.migrator(database, migrations).downgrade(below);
                        },
                        "the one, up and down,")
                .difference();
    }

    /** A sentence on what became of rows, behind a full stop; empty where there were none. */
    public String ofRows() {
        return ofRows;
    }

    private Optional<String> differing(ScratchDatabase database, Picture wanted, String law) throws SQLException {
        List<String> differences = trial.differences(wanted, trial.picture(database), database);
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(law + ":"
                        + differences.stream()
                                .limit(SHOWN)
                                .map(line -> "\n  " + line)
                                .collect(joining())
                        + (differences.size() > SHOWN ? "\n  and " + (differences.size() - SHOWN) + " more" : ""));
    }

    /** The server's release, for messages. */
    public int majorVersion() throws SQLException {
        return trial.majorVersion(before);
    }

    @Override
    public void close() throws SQLException {
        try (before;
                after;
                rowsStart) {
            // Each is closed, whatever becomes of the others; those that were never made are null.
        }
    }
}
