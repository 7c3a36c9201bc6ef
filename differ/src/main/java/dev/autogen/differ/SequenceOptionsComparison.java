package dev.autogen.differ;

import dev.autogen.schema.DataType;
import dev.autogen.schema.SequenceOptions;
import java.util.Objects;

/**
 * What differs between the options of two sequences, with PostgreSQL's defaults written out, so that both directions can
 * be said in SQL.
 *
 * @param to the options to set, null where they agree
 * @param from what they were, null where they agree
 */
record SequenceOptionsComparison(SequenceOptions to, SequenceOptions from) {

    /**
     * Compares all options, null being PostgreSQL's default. A bound that is its type's own on both sides moves with the
     * type by itself.
     */
    static SequenceOptionsComparison complete(
            SequenceOptions desired, SequenceOptions live, DataType desiredType, DataType liveType) {
        SequenceOptions to = explicit(desired, desiredType);
        SequenceOptions from = explicit(live, liveType);
        boolean sameMin = to.minValue() == lowest(desiredType) && from.minValue() == lowest(liveType);
        boolean sameMax = to.maxValue() == highest(desiredType) && from.maxValue() == highest(liveType);
        return of(withoutBounds(to, sameMin, sameMax), withoutBounds(from, sameMin, sameMax));
    }

    private static SequenceOptions withoutBounds(SequenceOptions options, boolean min, boolean max) {
        return new SequenceOptions(
                options.start(),
                options.increment(),
                min ? null : options.minValue(),
                max ? null : options.maxValue(),
                options.cache(),
                options.cycle());
    }

    /** Compares only what the desired side says. */
    static SequenceOptionsComparison said(SequenceOptions desired, SequenceOptions live, DataType type) {
        SequenceOptions all = explicit(live, type);
        return of(
                new SequenceOptions(
                        orElse(desired.start(), all.start()),
                        orElse(desired.increment(), all.increment()),
                        orElse(desired.minValue(), all.minValue()),
                        orElse(desired.maxValue(), all.maxValue()),
                        orElse(desired.cache(), all.cache()),
                        orElse(desired.cycle(), all.cycle())),
                all);
    }

    boolean differ() {
        return !to.equals(SequenceOptions.NONE);
    }

    private static SequenceOptionsComparison of(SequenceOptions desired, SequenceOptions live) {
        return new SequenceOptionsComparison(unlike(desired, live), unlike(live, desired));
    }

    private static SequenceOptions unlike(SequenceOptions options, SequenceOptions others) {
        return new SequenceOptions(
                unlike(options.start(), others.start()),
                unlike(options.increment(), others.increment()),
                unlike(options.minValue(), others.minValue()),
                unlike(options.maxValue(), others.maxValue()),
                unlike(options.cache(), others.cache()),
                unlike(options.cycle(), others.cycle()));
    }

    private static <T> T unlike(T value, T other) {
        return Objects.equals(value, other) ? null : value;
    }

    private static SequenceOptions explicit(SequenceOptions options, DataType type) {
        long increment = orElse(options.increment(), 1L);
        boolean ascends = increment > 0;
        long min = orElse(options.minValue(), ascends ? 1L : lowest(type));
        long max = orElse(options.maxValue(), ascends ? highest(type) : -1L);
        return new SequenceOptions(
                orElse(options.start(), ascends ? min : max),
                increment,
                min,
                max,
                orElse(options.cache(), 1L),
                orElse(options.cycle(), false));
    }

    private static long highest(DataType type) {
        return switch (type.name()) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }

    private static long lowest(DataType type) {
        return -highest(type) - 1;
    }

    private static <T> T orElse(T value, T other) {
        return value == null ? other : value;
    }
}
