package dev.autogen.commands.report;

import static java.util.stream.Collectors.joining;

import dev.autogen.commands.Comparison;
import dev.autogen.commands.config.Settings;
import dev.autogen.differ.Change;
import dev.autogen.differ.hazard.Hazard;
import dev.autogen.schema.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A comparison in one of the formats. The same comparison gives the same text. */
public final class Report {
    private Report() {}

    /** The report, without a line break at its end. */
    public static String of(Comparison comparison, ReportFormat format) {
        List<Difference> differences = differences(comparison);
        return switch (format) {
            case TEXT -> text(comparison, differences);
            case JSON -> JsonReport.of(comparison, differences);
            case SQL -> sql(comparison, differences);
            case MARKDOWN -> MarkdownReport.of(comparison, differences);
            case GITHUB -> GithubReport.of(comparison, differences);
            case SARIF -> CheckIssues.sarif(comparison, differences);
            case JUNIT -> CheckIssues.junit(comparison, differences);
        };
    }

    /** The differences in order. */
    static List<Difference> differences(Comparison comparison) {
        List<Change> steps = comparison.diff().steps();
        List<List<Hazard>> hazards = comparison.hazards();
        return IntStream.range(0, steps.size())
                .mapToObj(i -> Difference.of(steps.get(i), hazards.get(i), comparison))
                .toList();
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
        for (Difference difference : differences) {
            lines.add(difference.text() + (difference.file() == null ? "" : "  [" + difference.place() + "]"));
            difference.hazards().forEach(hazard -> lines.add("    HAZARD " + hazard.id() + ": " + hazard.message()));
        }
        comparison.notices().forEach(notice -> lines.add("note: " + notice));
        lines.add(headline(comparison, differences) + ".");
        return String.join("\n", lines);
    }

    private static String sql(Comparison comparison, List<Difference> differences) {
        String statements = differences.stream()
                .flatMap(difference -> difference.sql().stream())
                .map(statement -> statement + ";")
                .collect(joining("\n"));
        boolean psqlKnows = comparison.defaultSchema().equals(Settings.DEFAULT_SCHEMA);
        return statements.isEmpty() || psqlKnows ? statements : searchPath(comparison.defaultSchema()) + statements;
    }

    /** Types and expressions name things of the default schema as the runner sees them, without it. */
    private static String searchPath(String schema) {
        return "SET search_path = " + Identifiers.quote(schema) + ", " + Settings.DEFAULT_SCHEMA + ";\n";
    }
}
