package dev.autogen.commands.proof;

import dev.autogen.commands.database.ScratchDatabase;
import dev.autogen.commands.proof.rows.RowFindings.Way;
import dev.autogen.commands.proof.rows.StepRows;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.Step;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.MigrationFailedException;
import dev.autogen.migration.run.RunOptions;
import dev.autogen.schema.Catalog;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.RenameTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes made-up rows over a history, up and down, and tells what becomes of them. What the history does to empty tables is
 * known before, so nothing that happens here is a failure of a migration: a step that does not bear the rows is told, and
 * repeated without them.
 */
final class RowWalk {
    private final RecordedHistory history;
    private final Map<Integer, Landscape.Step> changes;
    private final KnownSchema schema;
    private final HistoryRuns runs;
    private final StepRows rows;
    private final WalkListener listener;
    private final Map<Integer, StepFindings> findings = new HashMap<>();

    private RowWalk(
            RecordedHistory history,
            Map<Integer, Landscape.Step> changes,
            KnownSchema schema,
            HistoryRuns runs,
            StepRows rows,
            WalkListener listener) {
        this.history = history;
        this.changes = changes;
        this.schema = schema;
        this.runs = runs;
        this.rows = rows;
        this.listener = listener;
    }

    /**
     * A stretch of the history.
     *
     * @param from how many migrations are applied below it
     * @param to how many are applied at its upper end
     * @param back down to where it can be taken; the same as {@code to} where it cannot
     */
    record Stretch(int from, int to, int back) {}

    /**
     * Walks.
     *
     * @param database where what is below the first stretch is applied
     * @param order the migrations in the order in which they are applied
     * @param history what they do
     * @param changes what each of them changes, by its number
     * @param schema what is there below the first stretch
     * @param stretches the way, at least one stretch
     * @return for each migration, by its number, what is to be told, a line each
     */
    static Map<Integer, List<String>> over(
            ScratchDatabase database,
            List<RevisionInfo> order,
            RecordedHistory history,
            Map<Integer, Landscape.Step> changes,
            KnownSchema schema,
            List<Stretch> stretches,
            RunOptions options,
            WalkListener listener)
            throws SQLException {
        int first = stretches.get(0).from();
        try (Connection connection = database.connect()) {
            RowWalk walk = new RowWalk(
                    history,
                    changes,
                    schema.copy(),
                    new HistoryRuns(database, order, history.filled(first, changes, schema), first, options, listener),
                    new StepRows(connection, options.defaultSchema()),
                    listener);
            walk.over(stretches);
            Map<Integer, List<String>> told = new HashMap<>();
            walk.findings.forEach((index, found) -> told.put(index, found.lines(history.of(index))));
            return told;
        }
    }

    private void over(List<Stretch> stretches) throws SQLException {
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            boolean on = go("With rows, up", stretch.to());
            if (on && stretch.back() < stretch.to()) {
                on = go("With rows, down", stretch.back());
                if (on && i + 1 < stretches.size()) {
                    on = runs.run(stretch.to(), index -> schema.follow(changes.get(index)))
                            .isEmpty();
                }
            }
            if (!on) {
                return;
            }
        }
    }

    /** Answers whether it came there. */
    private boolean go(String words, int target) throws SQLException {
        boolean up = target > runs.at();
        listener.began(words, Math.abs(target - runs.at()));
        Trying trying = new Trying(up);
        Optional<MigrationFailedException> failure = runs.run(target, trying);
        while (failure.isPresent()) {
            int index = up ? runs.at() : runs.at() - 1;
            if (!trying.makesWay(index, failure.get())) {
                return false;
            }
            failure = runs.run(target, trying);
        }
        return true;
    }

    private StepFindings of(int index) {
        return findings.computeIfAbsent(index, any -> new StepFindings());
    }

    /** Makes rows before each step, and sees behind it what they lost. */
    private final class Trying implements HistoryRuns.Look {
        private final boolean up;
        /** How often the next step has failed. */
        private int failures;

        Trying(boolean up) {
            this.up = up;
        }

        private String direction() {
            return up ? "upgrade" : "downgrade";
        }

        /** What the migration changes in this direction. */
        private Landscape.Step change(int index) {
            return up ? changes.get(index) : changes.get(index).reverse();
        }

        @Override
        public void before(int index) throws SQLException {
            if (failures > 0) {
                return;
            }
            RecordedMigration migration = history.of(index);
            List<Step> steps = up ? migration.upgrade() : migration.downgrade();
            Landscape.Step change = change(index);
            Concerned concerned = new Concerned(schema, change, steps);
            if (concerned.runsJavaCode()) {
                of(index)
                        .note("not looked at: what its Java code does to rows of tables that no operation of it names");
            }
            Set<QualifiedName> tables = new TreeSet<>(concerned.tables());
            if (!up) {
                tables.removeIf(table -> isUndone(table, change, steps));
            }
            Catalog after = schema.around(tables, change);
            Set<QualifiedName> involved = new TreeSet<>(tables);
            after.tables().forEach(table -> involved.add(table.name()));
            rows.prepare(new StepRows.Passage(schema.around(involved), after, steps, tables));
        }

        /** Whether the way back takes a table away, which everybody expects of the one that made it. */
        private boolean isUndone(QualifiedName table, Landscape.Step change, List<Step> steps) {
            Optional<Object> then = change.after().get(new Thing(Thing.Kind.TABLE, table));
            return then != null
                    && then.isEmpty()
                    && Step.operations(steps).stream()
                            .noneMatch(operation -> operation instanceof RenameTable rename
                                    && rename.from().equals(table));
        }

        @Override
        public void behind(int index) throws SQLException {
            if (failures == 0) {
                of(index).add(up, rows.outcome(direction()));
                of(index).without(rows.without());
            }
            schema.follow(change(index));
            failures = 0;
        }

        /** Makes way for another attempt at a step that failed; answers whether there is one. */
        boolean makesWay(int index, MigrationFailedException failure) throws SQLException {
            failures++;
            switch (failures) {
                case 1 -> {
                    of(index).add(up, Way.failed(direction(), failure));
                    rows.takeAway();
                }
                case 2 -> rows.empty();
                default -> {
                    of(index)
                            .note("no rows tried beyond it: its " + direction()
                                    + " does not run any more once it has failed over rows");
                    return false;
                }
            }
            return true;
        }
    }
}
