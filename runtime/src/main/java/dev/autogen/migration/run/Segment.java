package dev.autogen.migration.run;

import dev.autogen.migration.Step;
import dev.autogen.schema.operation.CreateIndex;
import dev.autogen.schema.operation.DropIndex;
import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps of a migration that stand or fall together.
 *
 * @param steps the steps
 * @param transactional whether they run in a transaction; PostgreSQL refuses that to concurrent index builds
 */
record Segment(List<Step> steps, boolean transactional) {

    Segment {
        steps = List.copyOf(steps);
    }

    /** Cuts a migration where it leaves its transaction; at least one segment. */
    static List<Segment> of(List<Step> steps) {
        List<Segment> segments = new ArrayList<>();
        List<Step> open = new ArrayList<>();
        for (Step step : steps) {
            if (needsAutocommit(step)) {
                if (!open.isEmpty()) {
                    segments.add(new Segment(open, true));
                    open.clear();
                }
                segments.add(new Segment(List.of(step), false));
            } else {
                open.add(step);
            }
        }
        if (!open.isEmpty() || segments.isEmpty()) {
            segments.add(new Segment(open, true));
        }
        return segments;
    }

    private static boolean needsAutocommit(Step step) {
        return step instanceof Step.Run run && isConcurrent(run.operation());
    }

    private static boolean isConcurrent(Operation operation) {
        return (operation instanceof CreateIndex create && create.concurrently())
                || (operation instanceof DropIndex drop && drop.concurrently());
    }
}
