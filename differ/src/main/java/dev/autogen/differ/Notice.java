package dev.autogen.differ;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Something to know about a difference that no operation stands for.
 *
 * @param kind what sort of notice it is
 * @param object what it is about; null where it is about several things
 * @param message one sentence
 */
public record Notice(Kind kind, ObjectRef object, String message) {

    /** Sorts of notices. */
    public enum Kind {
        /** The database has what the model does not say; it stays. Drift only if asked to be strict. */
        KEPT,
        /** Something goes and something alike comes; the message names the option that makes it a rename. */
        POSSIBLE_RENAME,
        /** The two sides differ in what no operation can change. Always drift. */
        UNSUPPORTED,
        /** Something hangs on what is to be changed and can neither stay nor be made again. */
        BLOCKED,
        /** The change can be made, but not undone while something hangs on it. */
        ONE_WAY
    }

    public Notice {
        requireNonNull(kind, "kind is null");
        requireNonNull(message, "message is null");
    }

    /** What it is about, where it is about one thing. */
    public Optional<ObjectRef> subject() {
        return Optional.ofNullable(object);
    }
}
