package dev.autogen.cli;

import dev.autogen.commands.Autogen;
import dev.autogen.commands.ExitCode;
import dev.autogen.commands.HistoryResult;
import dev.autogen.commands.RevisionEntry;
import dev.autogen.commands.report.HistoryReport;
import java.sql.SQLException;
import java.util.ArrayList;
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
            description = "All that the headers say; with -i also what was run when, by whom.")
    private boolean details;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Ask the database which revisions are applied.")
    private boolean indicateCurrent;

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "A:B",
            description = "Only from one revision to another; A: is to the heads, :B from base.")
    private String range;

    @Option(names = "--format", defaultValue = "text", paramLabel = "FORMAT", description = "text, json or mermaid.")
    private HistoryFormat format;

    @Override
    public Integer call() throws Exception {
        HistoryResult history = history(root.autogen());
        List<RevisionEntry> entries = range == null ? history.all() : history.range(range);
        switch (format) {
            case TEXT -> print(history, entries);
            case JSON -> root.console().print(new HistoryReport(history, entries).json());
            case MERMAID -> root.console().print(new HistoryReport(history, entries).mermaid());
        }
        return ExitCode.OK;
    }

    private HistoryResult history(Autogen autogen) throws SQLException {
        if (indicateCurrent) {
            return autogen.historyAndStatus();
        }
        return range == null ? autogen.history() : autogen.historyFor(List.of(range));
    }

    private void print(HistoryResult history, List<RevisionEntry> entries) {
        if (entries.isEmpty()) {
            root.console().say("There are no migrations yet.");
            return;
        }
        RevisionLines lines = new RevisionLines(history);
        HistoryGraph graph = new HistoryGraph(entries);
        List<String> drawn = new ArrayList<>();
        boolean all = details || root.verbose();
        for (RevisionEntry entry : entries) {
            List<String> said = new ArrayList<>(lines.entry(entry, all));
            if (all && indicateCurrent) {
                said.addAll(lines.runs(entry));
            }
            drawn.addAll(graph.draw(entry.info(), said));
        }
        root.console().print(String.join("\n", drawn));
    }
}
