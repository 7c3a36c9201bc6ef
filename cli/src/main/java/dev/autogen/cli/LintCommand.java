package dev.autogen.cli;

import dev.autogen.commands.ExitCode;
import dev.autogen.commands.LintResult;
import dev.autogen.commands.lint.Level;
import dev.autogen.commands.report.LintReport;
import dev.autogen.commands.report.ReportFormat;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code lint}. */
@Command(name = "lint", description = "Tell what can go wrong with migrations, hand-written ones too; nothing is run.")
final class LintCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Parameters(
            arity = "0..*",
            paramLabel = "REV",
            description = "Revisions or ranges A:B; default: what the database has not applied, or all without one.")
    private List<String> revisions = List.of();

    @CommandLine.Option(
            names = "--fail-on",
            defaultValue = "warning",
            paramLabel = "LEVEL",
            description = "End with 1 for findings of this level or worse: error, warning or info; default: warning.")
    private Level failOn;

    @CommandLine.Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "text, json, sarif, github or junit; default: text.")
    private ReportFormat format;

    @Mixin
    private ReportOutput output;

    @Override
    public Integer call() throws Exception {
        ReportFormat chosen = format.requireOneOf("lint", ReportFormat.OF_LINT);
        LintResult result = root.autogen().lint(revisions);
        result.warnings().forEach(warning -> root.console().say("warning: " + warning));
        output.tell(root.console(), LintReport.of(result, failOn, chosen), root.console()::printReport);
        return result.fails(failOn) ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
