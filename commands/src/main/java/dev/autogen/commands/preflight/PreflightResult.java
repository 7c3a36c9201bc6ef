package dev.autogen.commands.preflight;

import java.time.Duration;
import java.util.List;

/**
 * What a look at the data found.
 *
 * @param findings what stands in the way, in the order in which the run gets there
 * @param unproved what was sampled, and showed nothing
 * @param notLookedAt what could not be found out
 * @param probes how many questions were asked, those without an answer among them
 * @param took how long it took
 */
public record PreflightResult(
        List<Finding> findings, List<Unproved> unproved, List<NotLookedAt> notLookedAt, int probes, Duration took) {

    public PreflightResult {
        findings = List.copyOf(findings);
        unproved = List.copyOf(unproved);
        notLookedAt = List.copyOf(notLookedAt);
    }

    /** Whether a migration fails unless somebody changes the data first. */
    public boolean isBlocked() {
        return findings.stream().anyMatch(Finding::isCertain);
    }
}
