package dev.autogen.commands.preflight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    /** All of it in a line: {@code Preflight: nothing in the way (7 probes, 0.2 s; 1 sampled)}. */
    public String summary() {
        List<String> more = new ArrayList<>();
        long sampled = unproved.size()
                + findings.stream()
                        .filter(finding -> finding.sampled().isPresent())
                        .count();
        if (sampled > 0) {
            more.add(sampled + " sampled");
        }
        if (!notLookedAt.isEmpty()) {
            more.add(notLookedAt.size() + " not looked at");
        }
        return "Preflight: " + outcome() + " (" + count(probes, "probe") + ", "
                + String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0) + " s"
                + (more.isEmpty() ? "" : "; " + String.join(", ", more)) + ")";
    }

    private String outcome() {
        long certain = findings.stream().filter(Finding::isCertain).count();
        long uncertain = findings.size() - certain;
        String perhaps = uncertain == 0 ? "" : count(uncertain, "thing") + " may be in the way";
        if (certain == 0) {
            String nothing = notLookedAt.isEmpty() ? "nothing in the way" : "nothing seen in the way";
            return perhaps.isEmpty() ? nothing : perhaps;
        }
        return count(certain, "thing") + (certain == 1 ? " is" : " are") + " in the way"
                + (perhaps.isEmpty() ? "" : ", " + perhaps);
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
