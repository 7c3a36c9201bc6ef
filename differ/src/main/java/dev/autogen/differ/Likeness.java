package dev.autogen.differ;

import java.util.ArrayList;
import java.util.List;

/** What speaks for two things being the same, and how much it counts. */
final class Likeness {
    private final List<String> reasons = new ArrayList<>();
    private int weight;

    void add(String reason, int counts) {
        reasons.add(reason);
        weight += counts;
    }

    void addIf(boolean holds, String reason, int counts) {
        if (holds) {
            add(reason, counts);
        }
    }

    List<String> reasons() {
        return reasons;
    }

    int weight() {
        return weight;
    }
}
