package dev.autogen.cli;

import dev.autogen.commands.SquashResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code squash}. */
@Command(name = "squash", description = "Replace a line of migrations by one that is proved to do the same.")
final class SquashCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Parameters(paramLabel = "A:B", description = "The first and the last migration of the line.")
    private String range;

    @Option(
            names = {"-m", "--message"},
            required = true,
            paramLabel = "MESSAGE",
            description = "What the one does, in a few words; becomes its name.")
    private String message;

    @Override
    public Integer call() throws Exception {
        SquashResult result = root.autogen().squash(range, message);
        String last = result.replaced().get(result.replaced().size() - 1).id();
        Console console = root.console();
        RevisionCommand.print(console, result.written());
        console.print("");
        console.print(result.proof());
        console.print("A database at " + last + " is at " + result.written().revision()
                + " from now on. One in the middle of the range has to be upgraded to " + last
                + " with the old files first.");
        result.notices().forEach(console::say);
        console.say("The " + result.replaced().size() + " files it replaces are in " + result.kept()
                + ", as long as you keep them there, and in version control.");
        return RevisionCommand.ended(console, result.written().postWriteFailure());
    }
}
