package dev.autogen.differ.hazard;

import static java.util.Objects.requireNonNull;

/**
 * A kind of hazard, as a list of rules shows it. What happens, why, and what to do instead stands on its {@link #page}.
 *
 * @param id its name for good, in kebab case: {@code data-loss}
 * @param severity how bad a hazard of this kind is, unless it says otherwise itself
 * @param summary what it is about, in a sentence without a full stop
 */
public record HazardKind(String id, Severity severity, String summary) {

    public HazardKind {
        requireNonNull(id, "id is null");
        requireNonNull(severity, "severity is null");
        requireNonNull(summary, "summary is null");
    }

    /** The page that explains it, relative to the root of autogen's sources. */
    public String page() {
        return "docs/hazards/" + id + ".md";
    }
}
