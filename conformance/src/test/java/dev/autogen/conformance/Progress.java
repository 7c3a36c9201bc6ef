package dev.autogen.conformance;

import dev.autogen.differ.SchemaDiff;
import java.util.EnumSet;
import java.util.List;
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
    private SchemaDiff diff = new SchemaDiff(List.of(), List.of(), false);

    void found(SchemaDiff found) {
        diff = found;
        if (!found.isEmpty()) {
            met.add(Law.DETECTED);
        }
    }

    void met(Law law) {
        met.add(law);
    }

    /** The difference; empty as long as none was found. */
    public SchemaDiff diff() {
        return diff;
    }

    /** The laws that were met. */
    public Set<Law> met() {
        return Set.copyOf(met);
    }
}
