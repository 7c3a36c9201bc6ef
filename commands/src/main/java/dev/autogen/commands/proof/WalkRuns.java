package dev.autogen.commands.proof;

import dev.autogen.commands.database.ScratchDatabase;
import dev.autogen.migration.RecordedMigration;
import dev.autogen.migration.run.MigrationFailedException;
import dev.autogen.migration.run.RunOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;

/** The runs of a walk with a look behind each migration, and what the database held at each place. */
final class WalkRuns implements AutoCloseable {
    private final HistoryRuns runs;
    private final IntFunction<RecordedMigration> recorded;
    private final Connection observer;
    private final Landscape landscape;
    private final Map<Integer, Landscape.Step> steps = new HashMap<>();

    /**
     * Looks at all that is there.
     *
     * @param runs stand at the place where the looks begin
     * @param recorded what each migration does, by its number
     */
    WalkRuns(ScratchDatabase database, HistoryRuns runs, IntFunction<RecordedMigration> recorded, RunOptions options)
            throws SQLException {
        this.runs = runs;
        this.recorded = recorded;
        this.observer = observer(database);
        this.landscape = Landscape.of(observer, options);
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

    int at() {
        return runs.at();
    }

    boolean isWhole() throws SQLException {
        return runs.isWhole();
    }

    int majorVersion() throws SQLException {
        return observer.getMetaData().getDatabaseMajorVersion();
    }

    /** What is there, as far as it is known. */
    KnownSchema known() {
        return landscape.known();
    }

    /** What each migration changes on the way up, as far as it was {@link #explore explored}. */
    Map<Integer, Landscape.Step> steps() {
        return Map.copyOf(steps);
    }

    /** What is different, now that all of it is looked at again, from what the steps are known to have changed. */
    List<String> strays() throws SQLException {
        return landscape.strays(observer);
    }

    /** Goes up and remembers what each step changes; answers what stopped it, at {@link #at}. */
    Optional<MigrationFailedException> explore(int target) throws SQLException {
        return runs.run(target, index -> steps.put(index, landscape.follow(reach(index), observer)));
    }

    /** Goes where it has been before, up or down, and compares; answers what stopped it. */
    Optional<MigrationFailedException> retrace(int target, Differences told) throws SQLException {
        boolean down = target < runs.at();
        return runs.run(target, index -> {
            Landscape.Step step = steps.get(index);
            List<String> lines = landscape.follow(reach(index), down ? step.reverse() : step, observer);
            if (!lines.isEmpty()) {
                told.of(index, lines);
            }
        });
    }

    private Reach reach(int index) {
        return Reach.of(recorded.apply(index));
    }

    @Override
    public void close() throws SQLException {
        observer.close();
    }
}
