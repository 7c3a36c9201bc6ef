package dev.autogen.cli;

import dev.autogen.commands.Comparison;
import dev.autogen.commands.ExitCode;
import dev.autogen.commands.config.Option;
import dev.autogen.commands.report.ReportFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code check}. */
@Command(name = "check", description = "Tell whether entities and database have drifted apart, for CI.")
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @CommandLine.Option(
            names = "--against",
            paramLabel = "URL",
            description = "Database, or file:schema.sql, to compare with instead of the entities.")
    private String against;

    @CommandLine.Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "text, json, markdown, github, sarif or junit; default: text.")
    private ReportFormat format;

    @Mixin
    private ReportOutput output;

    @Override
    public Integer call() throws Exception {
        ReportFormat chosen = format.requireOneOf("check", ReportFormat.OF_CHECK);
        Comparison comparison =
                root.with(Option.AGAINST, against).autogen().check().withoutCarriedOver();
        new ComparisonLines(root.console(), comparison).tell(chosen, output);
        return comparison.drift() ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
