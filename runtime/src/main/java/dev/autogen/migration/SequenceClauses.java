package dev.autogen.migration;

import dev.autogen.schema.SequenceOptions;

/**
 * The options of a sequence (PostgreSQL, {@code CREATE SEQUENCE}). What is not said has PostgreSQL's default, or stays
 * as it is where a sequence is altered.
 *
 * @param <S> the statement they belong to
 */
public abstract sealed class SequenceClauses<S extends SequenceClauses<S>>
        permits NumberingElement, SequenceCreation, SequenceAlteration {
    private final Recording recording;
    private final String call;
    private SequenceOptions options = SequenceOptions.NONE;

    SequenceClauses(Recording recording, String call) {
        this.recording = recording;
        this.call = call;
    }

    abstract S self();

    final SequenceOptions options() {
        return options;
    }

    final String call() {
        return call;
    }

    /** What a call on this statement is called in messages. */
    final String open(String method) {
        String chained = call + "." + method;
        recording.checkOpen(chained);
        return chained;
    }

    /** {@code START WITH value}. */
    public S startWith(long value) {
        return with(
                "startWith",
                new SequenceOptions(
                        value,
                        options.increment(),
                        options.minValue(),
                        options.maxValue(),
                        options.cache(),
                        options.cycle()));
    }

    /** {@code INCREMENT BY step}; a negative step counts down. */
    public S incrementBy(long step) {
        if (step == 0) {
            throw new InvalidMigrationException(open("incrementBy") + ": a sequence cannot have a step of 0");
        }
        return with(
                "incrementBy",
                new SequenceOptions(
                        options.start(),
                        step,
                        options.minValue(),
                        options.maxValue(),
                        options.cache(),
                        options.cycle()));
    }

    /** {@code MINVALUE value}. */
    public S minValue(long value) {
        return with(
                "minValue",
                new SequenceOptions(
                        options.start(),
                        options.increment(),
                        value,
                        options.maxValue(),
                        options.cache(),
                        options.cycle()));
    }

    /** {@code MAXVALUE value}. */
    public S maxValue(long value) {
        return with(
                "maxValue",
                new SequenceOptions(
                        options.start(),
                        options.increment(),
                        options.minValue(),
                        value,
                        options.cache(),
                        options.cycle()));
    }

    /** {@code CACHE values}: how many values a session takes at once. */
    public S cache(long values) {
        return with(
                "cache",
                new SequenceOptions(
                        options.start(),
                        options.increment(),
                        options.minValue(),
                        options.maxValue(),
                        values,
                        options.cycle()));
    }

    /** {@code CYCLE}: starts again after the last value. */
    public S cycle() {
        return cycle("cycle", true);
    }

    /** {@code NO CYCLE}: fails after the last value. */
    public S noCycle() {
        return cycle("noCycle", false);
    }

    private S cycle(String method, boolean cycle) {
        return with(
                method,
                new SequenceOptions(
                        options.start(),
                        options.increment(),
                        options.minValue(),
                        options.maxValue(),
                        options.cache(),
                        cycle));
    }

    private S with(String method, SequenceOptions newOptions) {
        open(method);
        options = newOptions;
        return self();
    }
}
