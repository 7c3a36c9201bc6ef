package dev.autogen.cli;

import dev.autogen.commands.Autogen;
import dev.autogen.commands.HistoryResult;
import dev.autogen.commands.config.ConfigurationException;
import dev.autogen.migration.revision.RevisionInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code edit}. */
@Command(name = "edit", description = "Open the file of a migration in $VISUAL or $EDITOR.")
final class EditCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Parameters(paramLabel = "REV", description = "An identifier or its beginning, head, head-1, ...")
    private String revision;

    @Override
    public Integer call() throws Exception {
        Autogen autogen = root.autogen();
        HistoryResult history = autogen.historyFor(List.of(revision));
        RevisionInfo found = history.one(revision);
        Path file = history.folder().find(found).orElseThrow().path();
        String editor = editor(file);
        warnIfApplied(autogen, found);
        edit(editor, file);
        return RevisionCommand.ended(root.console(), autogen.afterEdit(file));
    }

    private String editor(Path file) {
        Map<String, String> environment = root.surroundings().environment();
        String editor = Stream.of("VISUAL", "EDITOR")
                .map(variable -> environment.getOrDefault(variable, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "No editor is named. Set VISUAL or EDITOR, such as" + " EDITOR=vi; the file is " + file + "."));
        if (!Console.isTerminal()) {
            throw new ConfigurationException("There is no terminal for an editor to run in. The file is " + file + ".");
        }
        return editor;
    }

    /** The file can be edited whether or not the database answers. */
    private void warnIfApplied(Autogen autogen, RevisionInfo revision) {
        try {
            if (autogen.historyAndStatusIfAny().isApplied(revision)) {
                root.console()
                        .say("Warning: " + revision.id() + " is applied in this database, where what you change will"
                                + " not be run again. What is to happen there belongs into a new migration: `autogen"
                                + " revision -m MESSAGE`.");
            }
        } catch (SQLException e) {
            root.console()
                    .say("Whether it is applied is not known, for the database cannot be asked: "
                            + root.failure(e).message());
        }
    }

    /** The variable may hold arguments, which the shell takes apart as it does for every other program. */
    private static void edit(String editor, Path file) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        List<String> command = windows
                ? List.of("cmd", "/c", editor + " \"" + file + "\"")
                : List.of("sh", "-c", editor + " \"$@\"", editor, file.toString());
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new ConfigurationException("The editor ended with " + exit + ": " + editor + " " + file
                    + ". Correct VISUAL or EDITOR if that is not what you meant.");
        }
    }
}
