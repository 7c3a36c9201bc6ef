package dev.autogen.migration.run;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.Recorder;
import dev.autogen.migration.Step;
import dev.autogen.migration.TracedSteps;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A migration that a run would carry out, and what of it is still to be done.
 *
 * @param revision its place in the history
 * @param direction up or down
 * @param steps what it asks for in that direction, without the parts that an interrupted run finished
 */
public record PendingMigration(RevisionInfo revision, Direction direction, List<Located> steps) {

    public PendingMigration {
        requireNonNull(revision, "revision is null");
        requireNonNull(direction, "direction is null");
        steps = List.copyOf(steps);
    }

    /**
     * A step, and where it stands.
     *
     * @param step the step; one outside of a transaction stands by itself
     * @param line its line in the migration's source; empty where that is not known
     */
    public record Located(Step step, OptionalInt line) {
        public Located {
            requireNonNull(step, "step is null");
            requireNonNull(line, "line is null");
        }
    }

    /**
     * One direction of a migration of which nothing has run yet.
     *
     * @throws MigrationFailedException if it cannot say what it does, or is to be undone and cannot be
     */
    public static PendingMigration of(LoadedMigration migration, Direction direction) {
        return without(Set.of(), migration, direction);
    }

    /** The same without those of its segments that are finished. */
    static PendingMigration without(Set<Integer> finished, LoadedMigration migration, Direction direction) {
        TracedSteps traced = PlannedMigration.asked(migration, () -> Recorder.trace(migration.migration(), direction));
        String source = migration.migration().getClass().getName();
        List<Segment> segments = Segment.of(traced.steps());
        List<Located> steps = new ArrayList<>();
        for (int number = 0; number < segments.size(); number++) {
            if (!finished.contains(number)) {
                segments.get(number).steps().forEach(step -> steps.add(new Located(step, line(traced, step, source))));
            }
        }
        return new PendingMigration(migration.info(), direction, steps);
    }

    private static OptionalInt line(TracedSteps traced, Step step, String source) {
        return traced.origin(step).frames().stream()
                .filter(frame -> frame.getClassName().equals(source))
                .mapToInt(StackTraceElement::getLineNumber)
                .filter(line -> line > 0)
                .findFirst();
    }
}
