package dev.autogen.conformance;

import java.util.EnumSet;
import java.util.Set;

/** Which laws a case has met so far. */
public final class Progress {

    /** What is proved of a change, in this order. */
    public enum Law {
        /** The difference is found. */
        DETECTED,
        /** The class written from it makes the difference go away. */
        APPLIED,
        /** Its downgrade gives back the start. */
        REVERTED
    }

    private final Set<Law> met = EnumSet.noneOf(Law.class);

    void met(Law law) {
        met.add(law);
    }

    /** The laws that were met. */
    public Set<Law> met() {
        return Set.copyOf(met);
    }
}
