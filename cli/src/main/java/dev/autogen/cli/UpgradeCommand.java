package dev.autogen.cli;

import dev.autogen.commands.ExitCode;
import dev.autogen.commands.RunResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code upgrade}. */
@Command(name = "upgrade", description = "Apply migrations up to a revision.")
final class UpgradeCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Parameters(
            arity = "0..1",
            defaultValue = "head",
            paramLabel = "REV",
            description = "head, heads, +N, an identifier or its beginning; default: head.")
    private String revision;

    @Override
    public Integer call() throws Exception {
        RunResult result = root.autogen().upgrade(revision);
        Outcome.print(root.console(), result, "Nothing to upgrade");
        return ExitCode.OK;
    }
}
