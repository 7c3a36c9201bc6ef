package dev.autogen.cli;

import dev.autogen.commands.ExitCode;
import dev.autogen.commands.HistoryResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code heads}. */
@Command(name = "heads", description = "Show the revisions that nothing stands on.")
final class HeadsCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Option(
            names = {"-v", "--details"},
            description = "All that the headers say.")
    private boolean details;

    @Override
    public Integer call() {
        HistoryResult history = root.autogen().history();
        RevisionLines lines = new RevisionLines(history);
        history.heads()
                .forEach(head -> lines.entry(head, details || root.verbose()).forEach(root.console()::print));
        if (history.graph().heads().isEmpty()) {
            root.console().say("There are no migrations yet.");
        }
        return ExitCode.OK;
    }
}
