package dev.autogen.commands.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.autogen.commands.LintResult;
import dev.autogen.commands.lint.Finding;
import dev.autogen.commands.lint.Level;
import dev.autogen.commands.lint.LintRule;
import dev.autogen.commands.lint.LintedMigration;
import dev.autogen.commands.lint.SourceLine;
import dev.autogen.migration.revision.Direction;
import java.util.ArrayList;
import java.util.List;

/** What {@code lint} found, in one of the formats. The same findings give the same text. */
public final class LintReport {
    private final LintResult result;
    private final Level failing;

    private LintReport(LintResult result, Level failing) {
        this.result = result;
        this.failing = failing;
    }

    /**
     * The report, without a line break at its end.
     *
     * @param failing the level from which findings fail the command
     * @param format one of {@link ReportFormat#OF_LINT}
     */
    public static String of(LintResult result, Level failing, ReportFormat format) {
        LintReport report = new LintReport(result, failing);
        return switch (format) {
            case TEXT -> report.text();
            case JSON -> report.json();
            case GITHUB -> report.github();
            case SARIF -> report.sarif();
            case JUNIT -> report.junit();
            case SQL, MARKDOWN -> throw new IllegalArgumentException("lint has no form in " + format);
        };
    }

    /**
     * The document; {@code docs/formats.md} describes it.
     *
     * @param failed whether the command ends with 1
     * @param linted which migrations were looked at
     * @param migrations how many these are
     */
    private record Document(
            boolean failed, String linted, int migrations, List<Found> findings, List<String> warnings) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Found(
            String id,
            String severity,
            String message,
            String revision,
            String direction,
            String file,
            Integer line,
            String accepted,
            String page) {}

    private String json() {
        List<Found> found = new ArrayList<>();
        for (LintedMigration migration : result.migrations()) {
            for (Finding finding : migration.findings()) {
                found.add(new Found(
                        finding.rule().id(),
                        Words.lower(finding.level()),
                        finding.message(),
                        migration.revision().id(),
                        finding.direction() == null ? null : Words.lower(finding.direction()),
                        file(finding.place()),
                        finding.place().number(),
                        finding.because(),
                        finding.rule().page()));
            }
        }
        return Json.of(new Document(
                result.fails(failing), result.selection(), result.migrations().size(), found, result.warnings()));
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        result.findings().forEach(finding -> {
            lines.add(place(finding) + " " + Words.lower(finding.level()) + " "
                    + finding.rule().id() + ": " + message(finding));
            finding.accepted().ifPresent(because -> lines.add("    accepted: " + because));
        });
        lines.add(headline());
        return String.join("\n", lines);
    }

    /** {@code 3 migrations linted: 1 error, 2 warnings; 1 accepted}. */
    private String headline() {
        List<String> counts = new ArrayList<>();
        for (Level level : Level.values()) {
            long count = result.findings()
                    .filter(finding ->
                            finding.level() == level && finding.accepted().isEmpty())
                    .count();
            if (count > 0) {
                String noun = Words.lower(level);
                counts.add(level == Level.INFO ? count + " for information" : Words.count(count, noun));
            }
        }
        long accepted = result.findings()
                .filter(finding -> finding.accepted().isPresent())
                .count();
        return Words.count(result.migrations().size(), "migration") + " linted: "
                + (counts.isEmpty() ? "nothing found" : String.join(", ", counts))
                + (accepted == 0 ? "." : "; " + accepted + " accepted.");
    }

    private String github() {
        List<String> lines = new ArrayList<>();
        result.findings()
                .filter(finding -> finding.accepted().isEmpty())
                .forEach(finding -> lines.add(GithubReport.command(
                        finding.level() == Level.INFO ? "notice" : Words.lower(finding.level()),
                        file(finding.place()),
                        finding.place().number(),
                        "lint: " + finding.rule().id(),
                        message(finding))));
        result.warnings()
                .forEach(warning -> lines.add(GithubReport.command("warning", null, null, "autogen", warning)));
        return String.join("\n", lines);
    }

    private String sarif() {
        List<Issue> issues = new ArrayList<>();
        for (LintedMigration migration : result.migrations()) {
            migration.findings().forEach(finding -> issues.add(issue(migration, finding)));
        }
        List<Rule> rules = LintRule.all().stream()
                .map(rule ->
                        HazardRules.find(rule.id()).orElseGet(() -> new Rule(rule.id(), rule.summary() + ".", null)))
                .toList();
        return SarifReport.of(rules, issues, result.warnings());
    }

    private String junit() {
        List<JUnitReport.Case> cases = new ArrayList<>();
        for (LintedMigration migration : result.migrations()) {
            String file = file(new SourceLine(migration.file(), null));
            String name = migration.revision().described();
            if (migration.findings().isEmpty()) {
                cases.add(new JUnitReport.Case(file, name, null));
            }
            for (Finding finding : migration.findings()) {
                String line = finding.place()
                        .line()
                        .map(number -> " (line " + number + ")")
                        .orElse("");
                cases.add(new JUnitReport.Case(
                        file, finding.rule().id() + ": " + message(finding) + line, issue(migration, finding)));
            }
        }
        if (cases.isEmpty()) {
            cases.add(new JUnitReport.Case("autogen", headline(), null));
        }
        return JUnitReport.of("autogen lint", cases, level(failing));
    }

    private Issue issue(LintedMigration migration, Finding finding) {
        return new Issue(
                finding.rule().id(),
                level(finding.level()),
                message(finding),
                "",
                new Issue.Place(
                        file(finding.place()),
                        finding.place().number(),
                        "revision",
                        migration.revision().id()),
                finding.because());
    }

    private static Issue.Level level(Level level) {
        return switch (level) {
            case ERROR -> Issue.Level.ERROR;
            case WARNING -> Issue.Level.WARNING;
            case INFO -> Issue.Level.NOTE;
        };
    }

    private static String message(Finding finding) {
        return finding.direction() == Direction.DOWNGRADE ? "downgrade " + finding.message() : finding.message();
    }

    private String place(Finding finding) {
        String file = file(finding.place());
        return finding.place().line().map(line -> file + ":" + line).orElse(file) + ":";
    }

    private String file(SourceLine place) {
        return Words.relative(result.project(), place.file());
    }
}
