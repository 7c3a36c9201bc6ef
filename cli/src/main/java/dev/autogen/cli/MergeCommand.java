package dev.autogen.cli;

import dev.autogen.commands.MergeResult;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code merge}. */
@Command(name = "merge", description = "Bring several heads together with a migration that does nothing.")
final class MergeCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Parameters(arity = "1..*", paramLabel = "REV", description = "The revisions to merge, or heads for all.")
    private List<String> revisions;

    @Option(
            names = {"-m", "--message"},
            defaultValue = "merge",
            paramLabel = "MESSAGE",
            description = "Its message; default: merge.")
    private String message;

    @Override
    public Integer call() throws Exception {
        MergeResult result = root.autogen().merge(revisions, message);
        RevisionCommand.print(root.console(), result.written());
        ProofLine.print(root.console(), result.proof());
        return RevisionCommand.ended(root.console(), result.written().postWriteFailure());
    }
}
