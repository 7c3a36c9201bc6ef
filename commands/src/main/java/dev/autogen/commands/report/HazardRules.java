package dev.autogen.commands.report;

import dev.autogen.differ.hazard.Hazards;

/** The kinds of hazards as reports list them. */
final class HazardRules {
    private HazardRules() {}

    /** The rule of a hazard. */
    static Rule of(String id) {
        return Hazards.kinds().stream()
                .filter(kind -> kind.id().equals(id))
                .map(kind -> new Rule(id, kind.summary() + ".", kind.page()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no hazard is called " + id));
    }
}
