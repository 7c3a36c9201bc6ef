package dev.autogen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autogen.commands.ExitCode;
import dev.autogen.commands.HistoryResult;
import dev.autogen.commands.RevisionEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code show}. */
@Command(name = "show", description = "Show migrations: their headers and sources.")
final class ShowCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Parameters(arity = "1..*", paramLabel = "REV", description = "An identifier or its beginning, head, head-1, ...")
    private List<String> revisions;

    @Override
    public Integer call() throws Exception {
        HistoryResult history = root.autogen().historyFor(revisions);
        RevisionLines lines = new RevisionLines(history);
        List<String> shown = new ArrayList<>();
        for (RevisionEntry entry : history.named(revisions)) {
            shown.add(String.join("\n", lines.entry(entry, true)) + "\n\n" + source(entry));
        }
        root.console().print(String.join("\n\n", shown));
        return ExitCode.OK;
    }

    private static String source(RevisionEntry entry) throws IOException {
        return new String(Files.readAllBytes(entry.file()), UTF_8).stripTrailing();
    }
}
