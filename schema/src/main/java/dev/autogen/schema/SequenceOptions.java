package dev.autogen.schema;

/**
 * Options of a sequence (PostgreSQL, {@code CREATE SEQUENCE}). Null means PostgreSQL's default or, in a model, that
 * the model does not say; the introspector gives null for every option that has its default value.
 *
 * @param start first value
 * @param increment step, may be negative
 * @param minValue lowest value
 * @param maxValue highest value
 * @param cache number of values a session takes at once
 * @param cycle whether it starts again after the last value
 */
public record SequenceOptions(Long start, Long increment, Long minValue, Long maxValue, Long cache, Boolean cycle) {
    /** Nothing but defaults. */
    public static final SequenceOptions NONE = new SequenceOptions(null, null, null, null, null, null);

    /** Start and increment, the two that JPA can say. */
    public static SequenceOptions of(Long start, Long increment) {
        return new SequenceOptions(start, increment, null, null, null, null);
    }
}
