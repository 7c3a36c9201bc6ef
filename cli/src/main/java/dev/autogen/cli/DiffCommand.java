package dev.autogen.cli;

import dev.autogen.commands.Comparison;
import dev.autogen.commands.ExitCode;
import dev.autogen.commands.report.ReportFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code diff}. */
@Command(name = "diff", description = "Show what -m would write; nothing is written.")
final class DiffCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "text, json, sql or markdown; default: text.")
    private ReportFormat format;

    @Option(names = "--exit-code", description = "End with 1 where there are differences.")
    private boolean exitCode;

    @Override
    public Integer call() throws Exception {
        ReportFormat chosen = format.requireOneOf("diff", ReportFormat.OF_DIFF);
        Comparison comparison = root.autogen().compare();
        new ComparisonLines(root.console(), comparison).print(chosen);
        return exitCode && !comparison.isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
