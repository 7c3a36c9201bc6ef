package dev.autogen.cli;

import dev.autogen.commands.ExitCode;
import dev.autogen.commands.HistoryResult;
import dev.autogen.migration.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code history}. */
@Command(name = "history", description = "List the revisions, newest first.")
final class HistoryCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Option(
            names = {"-v", "--details"},
            description = "All that the headers say.")
    private boolean details;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Ask the database which revisions are applied.")
    private boolean indicateCurrent;

    @Override
    public Integer call() throws Exception {
        HistoryResult history = indicateCurrent
                ? root.autogen().historyAndStatus()
                : root.autogen().history();
        RevisionLines lines = new RevisionLines(history);
        List<RevisionInfo> newestFirst = new ArrayList<>(history.graph().revisions());
        Collections.reverse(newestFirst);
        newestFirst.forEach(revision -> root.console().print(lines.entry(revision, details || root.verbose())));
        if (newestFirst.isEmpty()) {
            root.console().say("There are no migrations yet.");
        }
        return ExitCode.OK;
    }
}
