package dev.autogen.migration.run;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.Step;
import dev.autogen.migration.Timeouts;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps of a migration that stand or fall together. A migration is cut in the same way wherever it is run or shown, and
 * the number of a segment among them is what an interrupted run is recorded by.
 *
 * @param kind how it runs
 * @param steps in a transaction any number of {@link Step.Run}, {@link Step.Callback} and {@link Step.Unfilled}, outside of
 *     one a single one of the first two, in batches a single {@link Step.Batch}
 * @param timeouts what the migration says of its statements' time; the same in all its segments
 */
public record Segment(Kind kind, List<Step> steps, Timeouts timeouts) {

    /** How a segment runs. */
    public enum Kind {
        /** In one transaction. */
        TRANSACTION,
        /** Outside of a transaction, as PostgreSQL demands for a concurrent index build. */
        AUTOCOMMIT,
        /** In a transaction for each batch. */
        BATCH
    }

    public Segment {
        requireNonNull(kind, "kind is null");
        requireNonNull(timeouts, "timeouts is null");
        steps = List.copyOf(steps);
    }

    /** Cuts one direction of a migration where it leaves its transaction; at least one segment. */
    public static List<Segment> of(List<Step> steps) {
        Cutter cutter = new Cutter(timeouts(steps));
        steps.forEach(cutter::add);
        return cutter.finish();
    }

    private static Timeouts timeouts(List<Step> steps) {
        Timeouts timeouts = Timeouts.NONE;
        for (Step step : steps) {
            if (step instanceof Step.Limit limit) {
                timeouts = limit.timeouts().or(timeouts);
            }
        }
        return timeouts;
    }

    private static final class Cutter {
        private final Timeouts timeouts;
        private final List<Segment> segments = new ArrayList<>();
        private final List<Step> open = new ArrayList<>();

        Cutter(Timeouts timeouts) {
            this.timeouts = timeouts;
        }

        void add(Step step) {
            if (step instanceof Step.Autocommit autocommit) {
                autocommit.steps().forEach(each -> alone(Kind.AUTOCOMMIT, each));
            } else if (step instanceof Step.Batch) {
                alone(Kind.BATCH, step);
            } else if (step instanceof Step.Run run && run.operation().isConcurrent()) {
                alone(Kind.AUTOCOMMIT, step);
            } else if (step instanceof Step.NewTransaction) {
                close();
            } else if (!(step instanceof Step.Limit)) {
                open.add(step);
            }
        }

        List<Segment> finish() {
            close();
            if (segments.isEmpty()) {
                segments.add(new Segment(Kind.TRANSACTION, List.of(), timeouts));
            }
            return List.copyOf(segments);
        }

        private void alone(Kind kind, Step step) {
            close();
            segments.add(new Segment(kind, List.of(step), timeouts));
        }

        private void close() {
            if (!open.isEmpty()) {
                segments.add(new Segment(Kind.TRANSACTION, open, timeouts));
                open.clear();
            }
        }
    }
}
