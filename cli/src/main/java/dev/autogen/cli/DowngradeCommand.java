package dev.autogen.cli;

import dev.autogen.commands.ExitCode;
import dev.autogen.commands.RunResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code downgrade}. */
@Command(name = "downgrade", description = "Take migrations back down to a revision.")
final class DowngradeCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Parameters(paramLabel = "REV", description = "-N, base, or the identifier of the revision that stays applied.")
    private String revision;

    @Override
    public Integer call() throws Exception {
        RunResult result = root.autogen().downgrade(revision);
        Outcome.print(root.console(), result, "Nothing to downgrade");
        return ExitCode.OK;
    }
}
