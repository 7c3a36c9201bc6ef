package dev.autogen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.autogen.commands.Autogen;
import dev.autogen.commands.ExitCode;
import dev.autogen.commands.HistoryResult;
import dev.autogen.commands.RevisionEntry;
import dev.autogen.commands.report.MigrationMarkdown;
import dev.autogen.migration.run.MigrationScript;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code show}. */
@Command(name = "show", description = "Show migrations: their headers and sources.")
final class ShowCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Parameters(arity = "1..*", paramLabel = "REV", description = "An identifier or its beginning, head, head-1, ...")
    private List<String> revisions;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "text, sql or markdown; default: text.")
    private ShowFormat format;

    @Override
    public Integer call() throws Exception {
        Autogen autogen = root.autogen();
        HistoryResult history = autogen.historyFor(revisions);
        List<RevisionEntry> entries = history.named(revisions);
        switch (format) {
            case TEXT -> root.console().print(text(history, entries));
            case SQL -> {
                for (RevisionEntry entry : entries) {
                    MigrationScript script = autogen.script(entry.info());
                    script.notices().forEach(notice -> root.console().say("warning: " + notice));
                    root.console().printExactly(script.text());
                }
            }
            case MARKDOWN ->
                root.console()
                        .print(autogen.pictures(history, entries).stream()
                                .map(MigrationMarkdown::of)
                                .collect(joining("\n\n")));
        }
        return ExitCode.OK;
    }

    private static String text(HistoryResult history, List<RevisionEntry> entries) throws IOException {
        RevisionLines lines = new RevisionLines(history);
        List<String> shown = new ArrayList<>();
        for (RevisionEntry entry : entries) {
            shown.add(String.join("\n", lines.entry(entry, true)) + "\n\n" + source(entry));
        }
        return String.join("\n\n", shown);
    }

    private static String source(RevisionEntry entry) throws IOException {
        return new String(Files.readAllBytes(entry.file()), UTF_8).stripTrailing();
    }
}
