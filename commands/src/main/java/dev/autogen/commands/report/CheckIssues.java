package dev.autogen.commands.report;

import static java.util.stream.Collectors.joining;

import dev.autogen.commands.Comparison;
import dev.autogen.commands.report.Issue.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A comparison in the formats of CI servers: each difference is an issue, and so is what its correction would cost. */
final class CheckIssues {
    private static final Rule DRIFT =
            new Rule("drift", "The database is not what it is to be; `autogen diff` says what would be done.", null);

    private final Comparison comparison;
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    private CheckIssues(Comparison comparison) {
        this.comparison = comparison;
    }

    static String sarif(Comparison comparison, List<Difference> differences) {
        CheckIssues check = new CheckIssues(comparison);
        List<Issue> issues = new ArrayList<>();
        for (Difference difference : differences) {
            issues.add(check.drift(difference, ""));
            difference.hazards().forEach(hazard -> issues.add(check.hazard(difference, hazard)));
        }
        issues.addAll(check.notices());
        return SarifReport.of(List.copyOf(check.rules.values()), issues, comparison.warnings());
    }

    static String junit(Comparison comparison, List<Difference> differences) {
        CheckIssues check = new CheckIssues(comparison);
        List<JUnitReport.Case> cases = new ArrayList<>();
        for (Difference difference : differences) {
            Issue issue = check.drift(difference, details(difference));
            cases.add(new JUnitReport.Case(group(difference), difference.text(), issue));
        }
        check.notices().forEach(notice -> cases.add(new JUnitReport.Case("autogen", notice.message(), notice)));
        if (!comparison.drift()) {
            cases.add(0, new JUnitReport.Case("autogen", comparison.sides().agree(), null));
        }
        return JUnitReport.of("autogen check", cases, Level.ERROR);
    }

    private Issue drift(Difference difference, String details) {
        rules.putIfAbsent(DRIFT.id(), DRIFT);
        return new Issue(DRIFT.id(), Level.ERROR, difference.text(), details, place(difference), null);
    }

    private Issue hazard(Difference difference, Difference.Danger hazard) {
        rules.putIfAbsent(hazard.id(), HazardRules.of(hazard.id()));
        Level level = hazard.severity().equals("error") ? Level.ERROR : Level.WARNING;
        return new Issue(hazard.id(), level, hazard.message(), "", place(difference), null);
    }

    /** As in the annotations on GitHub: the only thing that is wrong, or a remark. */
    private List<Issue> notices() {
        Level level = comparison.drift() && comparison.diff().changes().isEmpty() ? Level.ERROR : Level.NOTE;
        return comparison.diff().notices().stream()
                .map(notice -> {
                    String id = Words.lower(notice.kind());
                    rules.putIfAbsent(id, new Rule(id, "What else there is to know of the comparison.", null));
                    return new Issue(id, level, notice.message(), "", Issue.Place.NONE, null);
                })
                .toList();
    }

    private static Issue.Place place(Difference difference) {
        return new Issue.Place(difference.file(), difference.line(), difference.kind(), difference.name());
    }

    private static String group(Difference difference) {
        return difference.table() == null ? difference.kind() : difference.table();
    }

    private static String details(Difference difference) {
        String hazards = difference.hazards().stream()
                .map(hazard -> "HAZARD " + hazard.id() + ": " + hazard.message() + "\n")
                .collect(joining());
        return hazards
                + difference.sql().stream().map(statement -> statement + ";").collect(joining("\n"));
    }
}
