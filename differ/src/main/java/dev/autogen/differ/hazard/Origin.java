package dev.autogen.differ.hazard;

/** Who made a thing. */
enum Origin {
    /** It was there before anything ran. */
    BEFORE,
    /** The run before made it, so it is no loss when this one takes it away again. */
    EARLIER_RUN,
    /** The run itself made it, so nothing is in it yet. */
    RUN;

    /**
     * The same when another run begins.
     *
     * @param made what becomes of what runs have made
     */
    Origin settled(Origin made) {
        return this == BEFORE ? BEFORE : made;
    }
}
