package dev.autogen.cli;

import dev.autogen.commands.ExitCode;
import dev.autogen.commands.VerifyRequest;
import dev.autogen.commands.VerifyResult;
import dev.autogen.commands.report.ReportFormat;
import dev.autogen.commands.report.VerifyReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code verify}. */
@Command(
        name = "verify",
        description = "Prove the migrations on a scratch database: up, down, up again, and what the entities say.")
final class VerifyCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Parameters(
            arity = "0..1",
            defaultValue = VerifyRequest.EVERYTHING,
            paramLabel = "A:B",
            description = "The first and the last migration, or one alone; default: all there are.")
    private String range;

    @Option(names = "--no-entities", description = "Do not compare the end of the history with the entities.")
    private boolean noEntities;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "text, json, github or junit; default: text.")
    private ReportFormat format;

    @Override
    public Integer call() throws Exception {
        ReportFormat chosen = format.requireOneOf("verify", ReportFormat.OF_VERIFY);
        VerifyResult result = root.autogen().verify(new VerifyRequest(range, !noEntities));
        root.console().print(VerifyReport.of(result, chosen));
        return result.isAcceptable() ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
