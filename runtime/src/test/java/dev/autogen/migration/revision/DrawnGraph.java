package dev.autogen.migration.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Graphs in a line: {@code a; b < a; c < b #shop; d < b ~ x} are a revision {@code a}, {@code b} on it, and on that
 * {@code c}, labelled {@code shop}, and {@code d}, which depends on {@code x}. Several are joined by {@code +}.
 */
final class DrawnGraph {
    private DrawnGraph() {}

    static RevisionGraph of(String drawn) {
        return RevisionGraph.of(revisions(drawn));
    }

    static List<RevisionInfo> revisions(String drawn) {
        List<RevisionInfo> revisions = new ArrayList<>();
        for (String revision : drawn.split(";")) {
            if (!revision.isBlank()) {
                revisions.add(new RevisionInfo(
                        revision.split("[<~#]", 2)[0].strip(),
                        behind('<', revision),
                        behind('~', revision),
                        behind('#', revision),
                        List.of(),
                        "does " + revision.split("[<~#]", 2)[0].strip(),
                        null,
                        false,
                        revision.split("[<~#]", 2)[0].strip() + ".java"));
            }
        }
        return revisions;
    }

    private static List<String> behind(char sign, String revision) {
        int at = revision.indexOf(sign);
        if (at < 0) {
            return List.of();
        }
        return Arrays.stream(revision.substring(at + 1).split("[<~#]", 2)[0].split("\\+"))
                .map(String::strip)
                .toList();
    }

    /** Identifiers, in their order. */
    static String ids(List<RevisionInfo> revisions) {
        return String.join(" ", revisions.stream().map(RevisionInfo::id).toList());
    }

    /** A plan: the revisions in the order in which they run, and the version rows at its end. */
    static String told(Plan plan) {
        return ids(plan.steps().stream().map(Plan.Step::revision).toList()) + " => "
                + String.join(" ", new TreeSet<>(plan.end()));
    }
}
