package dev.autogen.differ;

/**
 * What becomes of one constraint or index of a table.
 *
 * @param kind what happens
 * @param live the part as it is; null when it is new
 * @param desired the part as it becomes, its name null where none is chosen yet; null when it goes
 * @param reason why, a phrase; null where that is plain
 * @param <T> the kind of part
 */
record Fate<T>(Kind kind, T live, T desired, String reason) {

    enum Kind {
        STAYS,
        RENAMED,
        VALIDATED,
        ADDED,
        REPLACED,
        DROPPED
    }

    static <T> Fate<T> stays(T live) {
        return new Fate<>(Kind.STAYS, live, live, null);
    }

    static <T> Fate<T> renamed(T live, T desired) {
        return new Fate<>(Kind.RENAMED, live, desired, null);
    }

    static <T> Fate<T> validated(T live, T desired) {
        return new Fate<>(Kind.VALIDATED, live, desired, null);
    }

    static <T> Fate<T> added(T desired) {
        return new Fate<>(Kind.ADDED, null, desired, null);
    }

    static <T> Fate<T> replaced(T live, T desired, String reason) {
        return new Fate<>(Kind.REPLACED, live, desired, reason);
    }

    static <T> Fate<T> dropped(T live, String reason) {
        return new Fate<>(Kind.DROPPED, live, null, reason);
    }

    /** The same where the live part has to make way for something and comes back afterwards. */
    Fate<T> recreated(String why) {
        return switch (kind) {
            case STAYS, RENAMED, VALIDATED -> replaced(live, desired, why);
            case ADDED, REPLACED, DROPPED -> this;
        };
    }

    /** Whether the live part is there no more, or not for a while. */
    boolean goes() {
        return kind == Kind.REPLACED || kind == Kind.DROPPED;
    }

    /** Whether a part comes that was not there before, or not for a while. */
    boolean comes() {
        return kind == Kind.REPLACED || kind == Kind.ADDED;
    }
}
