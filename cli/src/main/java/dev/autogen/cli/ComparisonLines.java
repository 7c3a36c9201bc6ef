package dev.autogen.cli;

import dev.autogen.commands.Comparison;
import dev.autogen.commands.report.Report;
import dev.autogen.commands.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;

/** Prints a comparison: the report as the answer, what else there is to know to standard error. */
final class ComparisonLines {
    private final Console console;
    private final Comparison comparison;

    ComparisonLines(Console console, Comparison comparison) {
        this.console = console;
        this.comparison = comparison;
    }

    void print(ReportFormat format) {
        sayWarnings();
        String report = Report.of(comparison, format);
        if (format == ReportFormat.TEXT) {
            report.lines().forEach(console::printChange);
        } else {
            new ReportOutput(console).print(report);
        }
    }

    void write(ReportFormat format, Path file) throws IOException {
        sayWarnings();
        new ReportOutput(console).write(Report.of(comparison, format), file);
    }

    void sayWarnings() {
        comparison.warnings().forEach(warning -> console.say("warning: " + warning));
    }

    void sayNotices() {
        comparison.notices().forEach(notice -> console.say("note: " + notice));
    }
}
