package dev.autogen.commands.proof;

/** Hears how far a walk over a history is. All methods do nothing by default. */
public interface WalkListener {

    /**
     * A part of the way begins.
     *
     * @param way what is done, such as {@code Up} or {@code With rows, down}
     * @param migrations how many migrations it leads over
     */
    default void began(String way, int migrations) {}

    /** A migration of that part is done; called once a migration. */
    default void went() {}
}
