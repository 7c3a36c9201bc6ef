package dev.autogen.cli;

import dev.autogen.commands.ExitCode;
import dev.autogen.commands.HistoryResult;
import dev.autogen.migration.revision.RevisionInfo;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code show}. */
@Command(name = "show", description = "Show one migration: its header and its source.")
final class ShowCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Parameters(paramLabel = "REV", description = "An identifier or its beginning, head, head-1, ...")
    private String revision;

    @Override
    public Integer call() throws Exception {
        HistoryResult history = root.autogen().historyFor(revision);
        RevisionInfo found = history.one(revision);
        root.console().print(new RevisionLines(history).entry(found, true));
        root.console().print("");
        root.console().print(Files.readString(history.file(found)).stripTrailing());
        return ExitCode.OK;
    }
}
