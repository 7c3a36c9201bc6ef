package dev.autogen.cli;

import dev.autogen.commands.Comparison;
import dev.autogen.commands.ExitCode;
import dev.autogen.commands.config.Option;
import dev.autogen.commands.report.ReportFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code diff}. */
@Command(name = "diff", description = "Show what -m would write, or how two databases differ; nothing is written.")
final class DiffCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @CommandLine.Option(
            names = "--from",
            paramLabel = "URL",
            description = "Database, or file:schema.sql, as it is; default: the configured database.")
    private String from;

    @CommandLine.Option(
            names = "--to",
            paramLabel = "URL",
            description = "Database, or file:schema.sql, as it is to be; default: the entities.")
    private String to;

    @CommandLine.Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "text, json, sql or markdown; default: text.")
    private ReportFormat format;

    @CommandLine.Option(names = "--exit-code", description = "End with 1 where there are differences.")
    private boolean exitCode;

    @Override
    public Integer call() throws Exception {
        ReportFormat chosen = format.requireOneOf("diff", ReportFormat.OF_DIFF);
        Comparison comparison =
                root.with(Option.FROM, from).with(Option.TO, to).autogen().diff();
        new ComparisonLines(root.console(), comparison).print(chosen);
        return exitCode && !comparison.isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
