package dev.autogen.cli;

import dev.autogen.commands.Comparison;
import dev.autogen.commands.report.Report;
import dev.autogen.commands.report.ReportFormat;
import java.io.IOException;

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
        print(format, Report.of(comparison, format));
    }

    /** Prints it, or writes it where the option says. */
    void tell(ReportFormat format, ReportOutput output) throws IOException {
        sayWarnings();
        output.tell(console, Report.of(comparison, format), report -> print(format, report));
    }

    private void print(ReportFormat format, String report) {
        if (format == ReportFormat.TEXT) {
            report.lines().forEach(console::printChange);
        } else {
            console.printReport(report);
        }
    }

    void sayWarnings() {
        comparison.warnings().forEach(warning -> console.say("warning: " + warning));
    }

    void sayNotices() {
        comparison.notices().forEach(notice -> console.say("note: " + notice));
    }
}
