package dev.autogen.commands.preflight;

import dev.autogen.commands.preflight.Answer.Clear;
import dev.autogen.commands.preflight.Answer.Unknown;
import dev.autogen.commands.preflight.Answer.Violated;
import dev.autogen.migration.run.ConnectionSource;
import dev.autogen.migration.run.PendingMigration;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Looks at a database's rows before migrations run: whether there are nulls where none are to be, duplicates, orphans,
 * values that violate a check or do not come through a conversion, and the like. It only reads, each question has its
 * time, and large tables are sampled.
 *
 * <p>All is asked of the data as it is now. What the run changes before it gets somewhere is carried through where the
 * operations say it (names, new columns, conversions); where SQL, Java or batches may have changed the data by then, a
 * finding says so.
 */
public final class Preflight {
    private final ConnectionSource connections;
    private final String defaultSchema;
    private final PreflightLimits limits;

    /**
     * @param connections opens a connection to the database
     * @param defaultSchema the schema that names without one mean
     * @param limits what the look may cost
     */
    public Preflight(ConnectionSource connections, String defaultSchema, PreflightLimits limits) {
        this.connections = connections;
        this.defaultSchema = defaultSchema;
        this.limits = limits;
    }

    /**
     * Looks whether the rows that are there would make these migrations fail.
     *
     * @param run what is to run, in that order
     * @throws SQLException if the database cannot be reached, or does not say what its tables are
     */
    public PreflightResult look(List<PendingMigration> run) throws SQLException {
        Clock clock = new Clock(limits);
        try (ProbeSession session = ProbeSession.open(connections, defaultSchema)) {
            List<ProbeTask> tasks = tasks(run, new LiveTables(session), session);
            return result(tasks, answers(tasks, new ProbeRun(session, limits, clock)), clock.elapsed());
        } catch (UnreadableCatalogException e) {
            throw e.refusal();
        }
    }

    /**
     * The same for migrations that are known before their sources are compiled, which takes its time and tells nothing but
     * lines.
     *
     * @param drafted what is to run
     * @param written the same as the sources have it, with lines; asked only where there is something to say of them
     * @throws SQLException as the other one
     */
    public PreflightResult look(List<PendingMigration> drafted, Supplier<List<PendingMigration>> written)
            throws SQLException {
        Clock clock = new Clock(limits);
        try (ProbeSession session = ProbeSession.open(connections, defaultSchema)) {
            LiveTables live = new LiveTables(session);
            List<ProbeTask> tasks = tasks(drafted, live, session);
            List<Answer> answers = answers(tasks, new ProbeRun(session, limits, clock));
            Duration took = clock.elapsed();
            boolean silent = answers.stream().allMatch(Clear.class::isInstance);
            return result(silent ? tasks : tasks(written.get(), live, session), answers, took);
        } catch (UnreadableCatalogException e) {
            throw e.refusal();
        }
    }

    private List<ProbeTask> tasks(List<PendingMigration> run, LiveTables live, ProbeSession session)
            throws SQLException {
        return new ProbeFinder(new ForeseenSchema(live, defaultSchema), session.serverVersion()).find(run);
    }

    private static List<Answer> answers(List<ProbeTask> tasks, ProbeRun probes) throws SQLException {
        List<Answer> answers = new ArrayList<>();
        for (ProbeTask task : tasks) {
            answers.add(
                    task.obstacle().isPresent() ? new Unknown(task.obstacle().get()) : probes.ask(task.probe()));
        }
        return answers;
    }

    /** @param answers one for each task */
    private static PreflightResult result(List<ProbeTask> tasks, List<Answer> answers, Duration took) {
        List<Finding> findings = new ArrayList<>();
        List<Unproved> unproved = new ArrayList<>();
        List<NotLookedAt> notLookedAt = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            ProbeTask task = tasks.get(i);
            Answer answer = answers.get(i);
            if (answer instanceof Violated violated) {
                findings.add(Finding.of(task, violated));
            } else if (answer instanceof Unknown unknown) {
                notLookedAt.add(NotLookedAt.of(task, unknown.reason()));
            } else {
                ((Clear) answer)
                        .sampled()
                        .ifPresent(part -> unproved.add(new Unproved(
                                task.probe().kind(),
                                task.probe().object(),
                                task.probe().columns(),
                                part)));
            }
        }
        return new PreflightResult(findings, unproved, notLookedAt, tasks.size(), took);
    }
}
