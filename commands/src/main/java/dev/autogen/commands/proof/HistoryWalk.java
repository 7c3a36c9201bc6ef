package dev.autogen.commands.proof;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.autogen.commands.WalkedHistory;
import dev.autogen.commands.WalkedMigration;
import dev.autogen.commands.WalkedMigration.Flaw;
import dev.autogen.commands.WalkedMigration.Outcome;
import dev.autogen.commands.database.ScratchDatabase;
import dev.autogen.commands.database.ScratchServer;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.MigrationFailedException;
import dev.autogen.migration.run.RunOptions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks over a history on an empty scratch database: up, down and up again, whatever its branches, one migration after
 * the other. After each step the database is compared with what it was the last time at that place. What cannot be undone
 * cuts the way into parts, each of which is walked by itself. Then rows are taken up and down once, see {@link RowWalk}.
 */
public final class HistoryWalk {
    private final List<RevisionInfo> order;
    private final int first;
    private final RecordedHistory history;
    private final RunOptions options;
    private final WalkListener listener;

    private final Map<Integer, List<Flaw>> flaws = new HashMap<>();
    private final Map<Integer, String> remarks = new HashMap<>();
    private final List<String> strays = new ArrayList<>();
    private final List<RowWalk.Stretch> stretches = new ArrayList<>();
    private final Map<Integer, List<String>> rows = new HashMap<>();
    private int majorVersion;

    /**
     * @param graph the history
     * @param range the revisions to prove, parents first; what they stand on is applied before
     * @param migrations the project's migrations, compiled
     * @param options how migrations are run
     * @param listener hears how far it is
     */
    public HistoryWalk(
            RevisionGraph graph,
            List<RevisionInfo> range,
            List<LoadedMigration> migrations,
            RunOptions options,
            WalkListener listener) {
        Set<String> ids = range.stream().map(RevisionInfo::id).collect(toSet());
        this.order = new ArrayList<>(graph.ancestors(ids).stream()
                .filter(revision -> !ids.contains(revision.id()))
                .toList());
        this.first = order.size();
        order.addAll(range);
        this.history = new RecordedHistory(
                order,
                migrations.stream().collect(toMap(migration -> migration.info().id(), migration -> migration)));
        this.options = options;
        this.listener = listener;
    }

    /** What is done where the walk ends, if it comes to the end of the range. */
    @FunctionalInterface
    public interface End {
        void reached(ScratchDatabase database) throws SQLException;
    }

    /**
     * Walks, first over empty tables, then with rows.
     *
     * @param server where the databases of the walk are made
     * @param end called with the database after the last migration; not where one fails before
     * @throws SQLException if the server fails
     */
    public WalkedHistory walk(ScratchServer server, End end) throws SQLException {
        try (ScratchDatabase database = server.create()) {
            HistoryRuns runs = new HistoryRuns(database, order, history.migrations(), 0, options, listener);
            if (!approach(runs)) {
                majorVersion = new Trial(server, options).majorVersion(database);
                return result(runs.at());
            }
            try (ScratchDatabase another = server.copyOf(database)) {
                return walk(database, runs, another, end);
            }
        }
    }

    private WalkedHistory walk(ScratchDatabase database, HistoryRuns runs, ScratchDatabase another, End end)
            throws SQLException {
        int at;
        Map<Integer, Landscape.Step> changes;
        KnownSchema start;
        try (WalkRuns walk = new WalkRuns(database, runs, history::of, options)) {
            majorVersion = walk.majorVersion();
            start = walk.known();
            at = walk(walk);
            if (at == order.size()) {
                strays.addAll(walk.strays());
                end.reached(database);
            }
            changes = walk.steps();
        }
        if (!stretches.isEmpty()) {
            rows.putAll(RowWalk.over(another, order, history, changes, start, stretches, options, listener));
        }
        return result(at);
    }

    /** Applies what the range stands on; answers whether that runs. */
    private boolean approach(HistoryRuns runs) throws SQLException {
        if (first == 0) {
            return true;
        }
        listener.began("Below", first);
        Optional<MigrationFailedException> failure = runs.run(first, HistoryRuns.Look.NONE);
        failure.ifPresent(failed -> leaveOut(
                first,
                order.size(),
                "not reached, for " + order.get(runs.at()).id() + " below it does not run: "
                        + String.join("\n    ", Hindrance.words(failed))));
        return failure.isEmpty();
    }

    /** Answers how far it came. */
    private int walk(WalkRuns runs) throws SQLException {
        int bottom = first;
        while (bottom < order.size()) {
            int top = bottom;
            while (top < order.size() && history.isReversible(top)) {
                top++;
            }
            if (top == bottom) {
                remarks.put(bottom, "cannot be undone, as it says itself");
                top++;
            }
            Optional<MigrationFailedException> failure = up(runs, top);
            if (runs.at() > bottom) {
                stretches.add(new RowWalk.Stretch(bottom, runs.at(), runs.at()));
            }
            if (!runs.isWhole()) {
                leaveOut(
                        bottom,
                        runs.at(),
                        "not taken down, for " + order.get(runs.at()).id() + " above it is left half done");
                return runs.at();
            }
            boolean onward = bottom == runs.at() || !history.isReversible(bottom) || downAndUp(runs, bottom);
            if (failure.isPresent() || !onward) {
                return runs.at();
            }
            bottom = top;
        }
        return order.size();
    }

    private Optional<MigrationFailedException> up(WalkRuns runs, int top) throws SQLException {
        listener.began("Up", top - runs.at());
        Optional<MigrationFailedException> failure = runs.explore(top);
        failure.ifPresent(failed -> failed(runs.at(), Direction.UPGRADE, "its upgrade does not run", failed));
        return failure;
    }

    /** Answers whether all that was applied is applied again. */
    private boolean downAndUp(WalkRuns runs, int bottom) throws SQLException {
        int top = runs.at();
        listener.began("Down", top - bottom);
        Set<String> told = new HashSet<>();
        Optional<MigrationFailedException> down = runs.retrace(
                bottom, (index, lines) -> flaw(index, "its downgrade does not give back what was there", lines, told));
        if (down.isPresent()) {
            int stopped = runs.at() - 1;
            failed(stopped, Direction.DOWNGRADE, "its downgrade does not run", down.get());
            String id = order.get(stopped).id();
            leaveOut(bottom, stopped, "not taken down, for the downgrade of " + id + " above it does not run");
            if (!runs.isWhole()) {
                leaveOut(stopped + 1, top, "not taken up again, for the downgrade of " + id + " is left half done");
                return false;
            }
        } else if (bottom == first && top == order.size()) {
            strays.addAll(runs.strays());
        }
        stretches.set(stretches.size() - 1, new RowWalk.Stretch(bottom, top, runs.at()));
        listener.began("Up again", top - runs.at());
        Optional<MigrationFailedException> up = runs.retrace(
                top,
                (index, lines) -> flaw(index, "its upgrade after its downgrade gives something else", lines, told));
        up.ifPresent(failure ->
                failed(runs.at(), Direction.UPGRADE, "its upgrade after its downgrade does not run", failure));
        return up.isEmpty();
    }

    private void leaveOut(int from, int to, String remark) {
        for (int i = from; i < to; i++) {
            remarks.put(i, remark);
        }
    }

    /** Tells what differs, unless that is left from a step before. */
    private void flaw(int index, String law, List<String> differences, Set<String> before) {
        List<String> added =
                differences.stream().filter(line -> !before.contains(line)).toList();
        before.addAll(added);
        if (!added.isEmpty()) {
            flaw(index, law, added);
        }
    }

    private void flaw(int index, String law, List<String> differences) {
        flaws.computeIfAbsent(index, any -> new ArrayList<>()).add(new Flaw(law, differences));
    }

    private void failed(int index, Direction direction, String law, MigrationFailedException failure) {
        Optional<String> hindrance = Hindrance.of(failure);
        if (hindrance.isPresent()) {
            remarks.put(index, (direction == Direction.UPGRADE ? "" : "not taken down: ") + hindrance.get());
        } else if (Hindrance.isIrreversible(failure)) {
            remarks.put(index, "cannot be undone, as it says itself");
        } else {
            flaw(index, law, Hindrance.words(failure));
        }
    }

    private WalkedHistory result(int at) {
        List<WalkedMigration> walked = new ArrayList<>();
        for (int i = first; i < order.size(); i++) {
            walked.add(walked(i, at));
        }
        return new WalkedHistory(walked, strays, majorVersion);
    }

    private WalkedMigration walked(int index, int at) {
        RevisionInfo revision = order.get(index);
        List<Flaw> found = flaws.getOrDefault(index, List.of());
        // Of a migration that does something else than it should, nobody knows what the rows would have become.
        List<String> told = found.isEmpty() ? rows.getOrDefault(index, List.of()) : List.of();
        String remark = remarks.getOrDefault(index, "");
        if (!found.isEmpty()) {
            return new WalkedMigration(revision, Outcome.FAILED, found, remark, told);
        }
        if (index < at) {
            return new WalkedMigration(
                    revision, remark.isEmpty() ? Outcome.PROVED : Outcome.UP_ONLY, found, remark, told);
        }
        return new WalkedMigration(
                revision,
                Outcome.UNPROVED,
                found,
                remark.isEmpty() ? "not reached, for " + order.get(at).id() + " before it does not run" : remark,
                told);
    }
}
