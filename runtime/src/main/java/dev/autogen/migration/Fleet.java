package dev.autogen.migration;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.revision.RevisionInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Several databases, or schemas of one, that the same migrations keep alike: a tenant each.
 *
 * <pre>{@code
 * Migrator migrator = Migrator.forDataSource(dataSource).migrations("db.migrations");
 * Fleet tenants = migrator.inSchemas(migrator.schemas("SELECT schema_name FROM tenants ORDER BY schema_name"));
 * for (Fleet.Outcome<List<RevisionInfo>> outcome : tenants.parallel(8).upgrade("head")) {
 *     if (outcome instanceof Fleet.Failed<List<RevisionInfo>> failed) {
 *         log.error("{} is not migrated", failed.target(), failed.cause());
 *     }
 * }
 * }</pre>
 *
 * <p>What happens in one target is independent of the others: a failure leaves them alone. Each holds one connection while
 * its turn lasts, so {@link #parallel} is also how many connections are needed at a time.
 *
 * <p>Immutable.
 */
public final class Fleet {
    private final List<Target> targets;
    private final int parallel;
    private final boolean failFast;

    private Fleet(List<Target> targets, int parallel, boolean failFast) {
        this.targets = List.copyOf(targets);
        this.parallel = parallel;
        this.failFast = failFast;
    }

    /**
     * One of them.
     *
     * @param name what reports call it
     * @param migrator runs the migrations there
     */
    public record Target(String name, Migrator migrator) {

        public Target {
            requireNonNull(name, "name is null");
            requireNonNull(migrator, "migrator is null");
        }
    }

    /** What is to be done in each target. */
    @FunctionalInterface
    public interface Task<T> {
        /** Does it; called in a thread that may not be the caller's. */
        T run(Target target) throws SQLException;
    }

    /** What came of it in one target. */
    public sealed interface Outcome<T> {
        /** The name of the target. */
        String target();
    }

    /** It was done. */
    public record Done<T>(String target, T result) implements Outcome<T> {}

    /** It was tried, and this was thrown. */
    public record Failed<T>(String target, Throwable cause) implements Outcome<T> {}

    /** It was not begun: another one failed before. */
    public record Skipped<T>(String target) implements Outcome<T> {}

    /** Targets one after the other, all of them also where some fail. */
    public static Fleet of(List<Target> targets) {
        return new Fleet(targets, 1, false);
    }

    /** The same targets, so many at a time. */
    public Fleet parallel(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("parallel is less than 1: " + most);
        }
        return new Fleet(targets, most, failFast);
    }

    /** The same targets, of which none is begun once one has failed; those that are under way go on to their end. */
    public Fleet failFast() {
        return new Fleet(targets, parallel, true);
    }

    /** The targets, in their order. */
    public List<Target> targets() {
        return targets;
    }

    /** {@link Migrator#upgrade(String)} in each target. */
    public List<Outcome<List<RevisionInfo>>> upgrade(String reference) {
        return each(target -> target.migrator().upgrade(reference));
    }

    /** {@link Migrator#downgrade} in each target. */
    public List<Outcome<List<RevisionInfo>>> downgrade(String reference) {
        return each(target -> target.migrator().downgrade(reference));
    }

    /**
     * Does something in each target.
     *
     * @return what came of it, in the order of the targets, whichever was done first
     * @throws CancellationException if the calling thread is interrupted; what is under way is interrupted, too
     */
    public <T> List<Outcome<T>> each(Task<T> task) {
        AtomicBoolean stopped = new AtomicBoolean();
        List<Callable<Outcome<T>>> calls = new ArrayList<>();
        for (Target target : targets) {
            calls.add(() -> stopped.get() ? new Skipped<>(target.name()) : run(task, target, stopped));
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(parallel, targets.size())));
        try {
            List<Outcome<T>> outcomes = new ArrayList<>();
            for (Future<Outcome<T>> future : threads.invokeAll(calls)) {
                outcomes.add(future.get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while migrations ran");
        } catch (ExecutionException e) {
            throw new IllegalStateException("an outcome was lost", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private <T> Outcome<T> run(Task<T> task, Target target, AtomicBoolean stopped) {
        try {
            return new Done<>(target.name(), task.run(target));
        } catch (SQLException | RuntimeException | Error e) {
            if (failFast) {
                stopped.set(true);
            }
            return new Failed<>(target.name(), e);
        }
    }
}
