package dev.autogen.commands.proof;

import dev.autogen.commands.database.ScratchDatabase;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.Plan;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.migration.run.MigrationFailedException;
import dev.autogen.migration.run.MigrationSession;
import dev.autogen.migration.run.RunListener;
import dev.autogen.migration.run.RunOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.postgresql.PGConnection;

/**
 * The runs of a walk: how far the database is, and what it held at each place. A run over many migrations is one run of
 * the runner, which asks for its accounts once; the comparisons take place in between.
 */
final class WalkRuns implements AutoCloseable {
    private final ScratchDatabase database;
    private final List<RevisionInfo> order;
    /** The version rows where so many are applied. */
    private final List<Set<String>> rows = new ArrayList<>();

    private final Map<String, LoadedMigration> migrations;
    private final RunOptions options;
    private final WalkListener listener;
    private final Connection observer;
    private final Map<Integer, Landscape.Step> steps = new HashMap<>();

    /** How many are applied. */
    private int at;

    /** Null until it is looked at. */
    private Landscape landscape;

    WalkRuns(
            ScratchDatabase database,
            List<RevisionInfo> order,
            Map<String, LoadedMigration> migrations,
            RunOptions options,
            WalkListener listener)
            throws SQLException {
        this.database = database;
        this.order = List.copyOf(order);
        this.migrations = migrations;
        this.options = options;
        this.listener = listener;
        Set<String> applied = new TreeSet<>();
        rows.add(Set.copyOf(applied));
        for (RevisionInfo revision : order) {
            applied.removeAll(revision.standsOn());
            applied.add(revision.id());
            rows.add(Set.copyOf(applied));
        }
        this.observer = observer(database);
    }

    /** It asks the same questions behind each migration; planning them takes the server far longer than answering. */
    private static Connection observer(ScratchDatabase database) throws SQLException {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            connection.unwrap(PGConnection.class).setPrepareThreshold(1);
            statement.execute("SET plan_cache_mode = force_generic_plan");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Hears what differs behind a migration. */
    @FunctionalInterface
    interface Differences {
        void of(int index, List<String> lines);
    }

    /** What is done behind a migration. */
    @FunctionalInterface
    private interface Look {
        void behind(int index) throws SQLException;
    }

    int at() {
        return at;
    }

    int majorVersion() throws SQLException {
        return observer.getMetaData().getDatabaseMajorVersion();
    }

    /** Whether no migration is half done, so that there is a way on. */
    boolean isWhole() throws SQLException {
        try (MigrationSession session = MigrationSession.open(database::connect, options, RunListener.NONE)) {
            return session.status().partial().isEmpty();
        }
    }

    /** Looks at all that is there; the steps from here are followed. */
    void look() throws SQLException {
        landscape = Landscape.of(observer, options);
    }

    /** What is different, now that all of it is looked at again, from what the steps are known to have changed. */
    List<String> strays() throws SQLException {
        return landscape.strays(observer);
    }

    /** Goes up without a look; answers what stopped it, at {@link #at}. */
    Optional<MigrationFailedException> apply(int target) throws SQLException {
        return run(target, index -> {});
    }

    /** Goes up and remembers what each step changes; answers what stopped it, at {@link #at}. */
    Optional<MigrationFailedException> explore(int target) throws SQLException {
        return run(target, index -> steps.put(index, landscape.follow(reach(index), observer)));
    }

    /** Goes where it has been before, up or down, and compares; answers what stopped it. */
    Optional<MigrationFailedException> retrace(int target, Differences told) throws SQLException {
        boolean down = target < at;
        return run(target, index -> {
            Landscape.Step step = steps.get(index);
            List<String> lines = landscape.follow(reach(index), down ? step.reverse() : step, observer);
            if (!lines.isEmpty()) {
                told.of(index, lines);
            }
        });
    }

    private Reach reach(int index) {
        return Reach.of(
                RecordedMigration.of(migrations.get(order.get(index).id()).migration()));
    }

    private Optional<MigrationFailedException> run(int target, Look look) throws SQLException {
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

    @Override
    public void close() throws SQLException {
        observer.close();
    }

    /** Looks when the runner has finished a migration. */
    private final class Looking implements RunListener {
        private final Look look;
        private final int stride;

        Looking(Look look, int stride) {
            this.look = look;
            this.stride = stride;
        }

        @Override
        public void finished(RevisionInfo revision, Direction direction, Duration took) {
            int index = stride > 0 ? at : at - 1;
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
