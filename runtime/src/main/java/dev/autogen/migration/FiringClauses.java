package dev.autogen.migration;

import dev.autogen.schema.dependent.Firing;

/**
 * What triggers and rules can say of themselves.
 *
 * @param <S> the statement it belongs to
 */
public abstract sealed class FiringClauses<S extends FiringClauses<S>> permits TriggerCreation, RuleCreation {
    private final Recording recording;
    private final String call;
    private Firing firing = Firing.ORIGIN;
    private String comment;

    FiringClauses(Recording recording, String call) {
        this.recording = recording;
        this.call = call;
    }

    abstract S self();

    /** {@code DISABLE}: it is there and does nothing. */
    public S disabled() {
        return firing("disabled", Firing.DISABLED);
    }

    /** {@code ENABLE REPLICA}: it takes effect only in sessions that apply replicated changes. */
    public S enabledInReplica() {
        return firing("enabledInReplica", Firing.REPLICA);
    }

    /** {@code ENABLE ALWAYS}: it takes effect in all sessions. */
    public S enabledAlways() {
        return firing("enabledAlways", Firing.ALWAYS);
    }

    /** {@code COMMENT ON}. */
    public S comment(String text) {
        comment = Names.given(open("comment"), "comment", text);
        return self();
    }

    final Firing firing() {
        return firing;
    }

    final String comment() {
        return comment;
    }

    final String open(String method) {
        recording.checkOpen(call + "." + method);
        return call + "." + method;
    }

    private S firing(String method, Firing newFiring) {
        open(method);
        firing = newFiring;
        return self();
    }
}
