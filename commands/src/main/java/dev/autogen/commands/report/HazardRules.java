package dev.autogen.commands.report;

import dev.autogen.differ.hazard.Hazards;
import java.util.Optional;

/** The kinds of hazards as reports list them. */
final class HazardRules {
    private HazardRules() {}

    /** The rule of a hazard. */
    static Rule of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no hazard is called " + id));
    }

    /** The rule of a hazard; empty where none is called so. */
    static Optional<Rule> find(String id) {
        return Hazards.kinds().stream()
                .filter(kind -> kind.id().equals(id))
                .map(kind -> new Rule(id, kind.summary() + ".", kind.explanation()))
                .findFirst();
    }
}
