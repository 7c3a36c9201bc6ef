package dev.autogen.cli;

import dev.autogen.commands.ExitCode;
import dev.autogen.commands.RunResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code stamp}. */
@Command(name = "stamp", description = "Set where the database is, without running anything.")
final class StampCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Parameters(paramLabel = "REV", description = "head, heads, base, or an identifier.")
    private String revision;

    @Option(names = "--purge", description = "Forget what the version table says first, unknown revisions too.")
    private boolean purge;

    @Override
    public Integer call() throws Exception {
        RunResult result = root.autogen().stamp(revision, purge);
        Outcome.print(root.console(), result, "Stamped");
        return ExitCode.OK;
    }
}
