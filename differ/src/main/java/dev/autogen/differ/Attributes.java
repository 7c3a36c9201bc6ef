package dev.autogen.differ;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Compares the attributes of one pair of things: collects what differs and what only the database says. An attribute with
 * its default value counts as unsaid in an entity model, which has no words for it.
 */
final class Attributes {
    private final boolean complete;
    private final List<String> differences = new ArrayList<>();
    private final List<String> unsaid = new ArrayList<>();

    Attributes(boolean complete) {
        this.complete = complete;
    }

    /** An attribute that both sides always say. */
    Attributes said(String what, Object desired, Object live) {
        if (!Objects.equals(desired, live)) {
            differences.add(what + " " + text(live) + " becomes " + text(desired));
        }
        return this;
    }

    /** An attribute that is known to differ, whether or not its descriptions do. */
    Attributes different(String what, String desired, String live) {
        differences.add(
                desired.equals(live) ? what + " of " + live + " changes" : what + " " + live + " becomes " + desired);
        return this;
    }

    /** An attribute that an entity model does not say when it has that value. */
    Attributes unsaidAt(Object unsaidValue, String what, Object desired, Object live) {
        if (!complete && Objects.equals(desired, unsaidValue)) {
            if (!Objects.equals(desired, live)) {
                unsaid.add(what + " " + text(live));
            }
            return this;
        }
        return said(what, desired, live);
    }

    boolean differ() {
        return !differences.isEmpty();
    }

    /** What differs, one phrase. */
    String difference() {
        return String.join(", ", differences);
    }

    /** What only the database says; empty where the sides differ anyway. */
    List<String> unsaid() {
        return differ() ? List.of() : List.copyOf(unsaid);
    }

    private static String text(Object value) {
        return value == null || value.equals("") || value.equals(List.of()) ? "none" : String.valueOf(value);
    }
}
