package dev.autogen.commands.report;

import dev.autogen.commands.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A comparison in one of the formats. The same comparison gives the same text. */
public final class Report {
    private Report() {}

    /** The report, without a line break at its end. */
    public static String of(Comparison comparison, ReportFormat format) {
        List<Difference> differences = Difference.allOf(comparison);
        return switch (format) {
            case TEXT -> text(comparison, differences);
            case JSON -> JsonReport.of(comparison, differences);
            case SQL -> SqlReport.of(comparison);
            case MARKDOWN -> MarkdownReport.of(comparison, differences);
            case GITHUB -> GithubReport.of(comparison, differences);
            case SARIF -> CheckIssues.sarif(comparison, differences);
            case JUNIT -> CheckIssues.junit(comparison, differences);
        };
    }

    /** What a report says of the whole. */
    static String headline(Comparison comparison, List<Difference> differences) {
        int changes = comparison.diff().changes().size();
        if (changes > 0) {
            return Words.count(changes, "difference") + " " + comparison.sides().between();
        }
        return comparison.drift()
                ? comparison.sides().beyond()
                : comparison.sides().agree();
    }

    private static String text(Comparison comparison, List<Difference> differences) {
        List<String> lines = new ArrayList<>();
        String migration = null;
        for (Difference difference : differences) {
            if (!Objects.equals(migration, difference.migration())) {
                migration = difference.migration();
                lines.add(migration + ":");
            }
            lines.add(difference.text() + (difference.file() == null ? "" : "  [" + difference.place() + "]"));
            difference.hazards().forEach(hazard -> lines.add("    HAZARD " + hazard.id() + ": " + hazard.message()));
        }
        comparison.notices().forEach(notice -> lines.add("note: " + notice));
        lines.add(headline(comparison, differences) + ".");
        return String.join("\n", lines);
    }
}
