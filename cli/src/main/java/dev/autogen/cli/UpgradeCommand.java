package dev.autogen.cli;

import dev.autogen.commands.Autogen;
import dev.autogen.commands.ExitCode;
import dev.autogen.commands.FleetCommands;
import dev.autogen.commands.RunResult;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private FleetOptions fleet;

    @Override
    public Integer call() throws Exception {
        Autogen autogen = fleet.in(root).autogen();
        Optional<FleetCommands> several = autogen.fleet();
        if (several.isPresent()) {
            return new FleetLines(several.get().upgrade(revision), root.console()).print(root.verbose());
        }
        RunResult result = autogen.upgrade(revision);
        Outcome.print(root.console(), result, "Nothing to upgrade");
        return ExitCode.OK;
    }
}
