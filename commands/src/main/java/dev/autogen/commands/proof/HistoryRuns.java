package dev.autogen.commands.proof;

import dev.autogen.commands.database.ScratchDatabase;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.Plan;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.MigrationFailedException;
import dev.autogen.migration.run.MigrationSession;
import dev.autogen.migration.run.RunListener;
import dev.autogen.migration.run.RunOptions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs a history up and down on a scratch database, and knows how far it is. A run over many migrations is one run of the
 * runner, which asks for its accounts once; whoever looks at each of them does so in between.
 */
final class HistoryRuns {
    private final ScratchDatabase database;
    private final List<RevisionInfo> order;
    /** The version rows where so many are applied. */
    private final List<Set<String>> rows = new ArrayList<>();

    private final Map<String, LoadedMigration> migrations;
    private final RunOptions options;
    private final WalkListener listener;

    /** How many are applied. */
    private int at;

    /**
     * @param order the migrations in the order in which they are applied
     * @param migrations the project's migrations by id
     * @param at how many are applied
     * @param listener hears of each migration
     */
    HistoryRuns(
            ScratchDatabase database,
            List<RevisionInfo> order,
            Map<String, LoadedMigration> migrations,
            int at,
            RunOptions options,
            WalkListener listener) {
        this.database = database;
        this.order = List.copyOf(order);
        this.migrations = Map.copyOf(migrations);
        this.at = at;
        this.options = options;
        this.listener = listener;
        Set<String> applied = new TreeSet<>();
        rows.add(Set.copyOf(applied));
        for (RevisionInfo revision : order) {
            applied.removeAll(revision.standsOn());
            applied.add(revision.id());
            rows.add(Set.copyOf(applied));
        }
    }

    /** Looks at each migration, by its number in the order. */
    interface Look {
        /** Nobody looks. */
        Look NONE = index -> {};

        /** A migration is about to run; does nothing by default. */
        default void before(int index) throws SQLException {}

        /** A migration has run. */
        void behind(int index) throws SQLException;
    }

    int at() {
        return at;
    }

    /** Whether no migration is half done, so that there is a way on. */
    boolean isWhole() throws SQLException {
        try (MigrationSession session = MigrationSession.open(database::connect, options, RunListener.NONE)) {
            return session.status().partial().isEmpty();
        }
    }

    /** Goes to where so many are applied, up or down; answers what stopped it, at {@link #at}. */
    Optional<MigrationFailedException> run(int target, Look look) throws SQLException {
        if (target == at) {
            return Optional.empty();
        }
        Plan plan = target > at ? up(target) : down(target);
        Looking looking = new Looking(look, target > at ? 1 : -1);
        try (MigrationSession session = MigrationSession.open(database::connect, options, looking)) {
            // The graph knows the project's migrations, also those that the range leaves out.
            session.run(
                    RevisionGraph.of(migrations.values().stream()
                            .map(LoadedMigration::info)
                            .toList()),
                    current -> plan,
                    migrations);
            return Optional.empty();
        } catch (MigrationFailedException e) {
            return Optional.of(e);
        } catch (UncheckedSqlException e) {
            throw e.failure;
        }
    }

    private Plan up(int target) {
        List<Plan.Step> way = new ArrayList<>();
        for (int i = at; i < target; i++) {
            way.add(new Plan.Step(order.get(i), rows.get(i), rows.get(i + 1)));
        }
        return new Plan(rows.get(at), way, Direction.UPGRADE);
    }

    private Plan down(int target) {
        List<Plan.Step> way = new ArrayList<>();
        for (int i = at - 1; i >= target; i--) {
            way.add(new Plan.Step(order.get(i), rows.get(i + 1), rows.get(i)));
        }
        return new Plan(rows.get(at), way, Direction.DOWNGRADE);
    }

    /** Looks before and behind each migration that the runner runs. */
    private final class Looking implements RunListener {
        private final Look look;
        private final int stride;

        Looking(Look look, int stride) {
            this.look = look;
            this.stride = stride;
        }

        private int next() {
            return stride > 0 ? at : at - 1;
        }

        @Override
        public void started(RevisionInfo revision, Direction direction) {
            try {
                look.before(next());
            } catch (SQLException e) {
                throw new UncheckedSqlException(e);
            }
        }

        @Override
        public void finished(RevisionInfo revision, Direction direction, Duration took) {
            int index = next();
            at += stride;
            try {
                look.behind(index);
            } catch (SQLException e) {
                throw new UncheckedSqlException(e);
            }
            listener.went();
        }
    }

    /** Carries a failure of the server through the runner, whose listeners throw none. */
    private static final class UncheckedSqlException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient SQLException failure;

        UncheckedSqlException(SQLException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
