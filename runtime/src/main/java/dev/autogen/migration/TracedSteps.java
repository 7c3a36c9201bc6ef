package dev.autogen.migration;

import java.util.IdentityHashMap;
import java.util.List;

/**
 * What one direction of a migration asked for, and from which lines of its source; see {@link Recorder#trace}. Lines come
 * from the stack at the time of each call, so that what a loop or a helper asks for has one, too.
 */
public final class TracedSteps {
    private final List<Step> steps;
    /** By identity: two equal steps may come from two lines. */
    private final IdentityHashMap<Step, StepOrigin> origins;

    private TracedSteps(List<Step> steps, IdentityHashMap<Step, StepOrigin> origins) {
        this.steps = steps;
        this.origins = origins;
    }

    /** What was asked for, in order. */
    public List<Step> steps() {
        return steps;
    }

    /**
     * Where a step was asked for.
     *
     * @param step one of {@link #steps}, or one within an {@link Step.Autocommit} of them
     * @throws IllegalArgumentException if it is another one, even an equal one
     */
    public StepOrigin origin(Step step) {
        StepOrigin origin = origins.get(step);
        if (origin == null) {
            throw new IllegalArgumentException("not a step of this migration: " + step);
        }
        return origin;
    }

    /** A recording that looks at the stack with each call, which ordinary runs have no time for. */
    static final class Tracing extends Recording {
        private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
        private static final String OWN_PACKAGE = Recording.class.getPackageName();

        private final IdentityHashMap<Step, StepOrigin> origins = new IdentityHashMap<>();

        Tracing(Class<?> migration) {
            super(migration);
        }

        @Override
        Step made(Asked asked) {
            StepOrigin origin = asked.origin();
            try {
                Step step = asked.step().get();
                origins.put(step, origin);
                return step;
            } catch (InvalidMigrationException e) {
                // What is made only at the end fails where it was asked for.
                e.setStackTrace(origin.frames().toArray(StackTraceElement[]::new));
                throw e;
            }
        }

        @Override
        StepOrigin origin(String call) {
            return new StepOrigin(
                    call,
                    STACK.walk(frames -> frames.takeWhile(frame -> frame.getDeclaringClass() != Recorder.class)
                            .filter(Tracing::isForeign)
                            .map(StackWalker.StackFrame::toStackTraceElement)
                            .toList()));
        }

        private static boolean isForeign(StackWalker.StackFrame frame) {
            String packageName = frame.getDeclaringClass().getPackageName();
            return !packageName.equals(OWN_PACKAGE) && !packageName.startsWith("java.");
        }

        TracedSteps traced() {
            return new TracedSteps(finish(), origins);
        }
    }
}
