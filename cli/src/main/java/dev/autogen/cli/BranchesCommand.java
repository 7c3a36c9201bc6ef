package dev.autogen.cli;

import dev.autogen.commands.ExitCode;
import dev.autogen.commands.HistoryResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code branches}. */
@Command(name = "branches", description = "Show the revisions behind which branches begin.")
final class BranchesCommand implements Callable<Integer> {
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
        List<String> all = new ArrayList<>(lines.roots());
        history.branchPoints().forEach(point -> all.addAll(lines.branchPoint(point, details || root.verbose())));
        all.forEach(root.console()::print);
        if (all.isEmpty()) {
            root.console().say("There are no branches.");
        }
        return ExitCode.OK;
    }
}
