package dev.autogen.cli;

import dev.autogen.commands.Autogen;
import dev.autogen.commands.ExitCode;
import dev.autogen.commands.FleetCommands;
import dev.autogen.commands.HistoryResult;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code current}. */
@Command(name = "current", description = "Show where the database is.")
final class CurrentCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Option(
            names = {"-v", "--details"},
            description = "All that the headers say, what was run when, and what was edited or lost since.")
    private boolean details;

    @Option(names = "--check-heads", description = "End with 5 unless the database is at all heads.")
    private boolean checkHeads;

    @Mixin
    private FleetOptions fleet;

    @Override
    public Integer call() throws Exception {
        Autogen autogen = fleet.in(root).autogen();
        Optional<FleetCommands> several = autogen.fleet();
        if (several.isPresent()) {
            FleetLines targets = new FleetLines(several.get().current(), root.console());
            int exitCode = targets.print(root.verbose());
            return checkHeads ? Math.max(exitCode, targets.checkHeads()) : exitCode;
        }
        HistoryResult history = autogen.historyAndStatus();
        RevisionLines lines = new RevisionLines(history);
        boolean all = details || root.verbose();
        lines.current(all).forEach(root.console()::print);
        if (all) {
            autogen.edited().forEach(edited -> root.console().print("edited: " + edited));
        }
        if (checkHeads && !history.isAtHeads()) {
            history.graph().requireKnown(history.current());
            root.console().error(lines.notAtHeads());
            return ExitCode.REVISION;
        }
        return ExitCode.OK;
    }
}
