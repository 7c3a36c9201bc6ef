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

/** {@code downgrade}. */
@Command(name = "downgrade", description = "Take migrations back down to a revision.")
final class DowngradeCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Parameters(paramLabel = "REV", description = "-N, base, or the identifier of the revision that stays applied.")
    private String revision;

    @Mixin
    private FleetOptions fleet;

    @Override
    public Integer call() throws Exception {
        Autogen autogen = fleet.in(root).autogen();
        Optional<FleetCommands> several = autogen.fleet();
        if (several.isPresent()) {
            return new FleetLines(several.get().downgrade(revision), root.console()).print(root.verbose());
        }
        RunResult result = autogen.downgrade(revision);
        Outcome.print(root.console(), result, "Nothing to downgrade");
        return ExitCode.OK;
    }
}
