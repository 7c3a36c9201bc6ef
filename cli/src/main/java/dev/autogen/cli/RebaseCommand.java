package dev.autogen.cli;

import dev.autogen.commands.RebaseRequest;
import dev.autogen.commands.RebaseResult;
import dev.autogen.commands.report.Words;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code rebase}. */
@Command(
        name = "rebase",
        description = "Put a branch that is not applied on top of the other head, so that the history is a line again.")
final class RebaseCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Parameters(
            arity = "0..1",
            paramLabel = "REV",
            description = "A revision of the branch to move; default: the branch that the database has not applied.")
    private String revision;

    @Option(names = "--onto", paramLabel = "REV", description = "The head to put it on; default: the only other head.")
    private String onto;

    @Override
    public Integer call() throws Exception {
        RebaseResult result = root.autogen().rebase(new RebaseRequest(revision, onto));
        Console console = root.console();
        console.print("Moved " + Words.count(result.moved().size(), "migration") + " on top of "
                + result.onto().id() + " (" + result.onto().message() + "):");
        for (RebaseResult.Moved moved : result.moved()) {
            console.print("  " + moved.after().id() + " (" + moved.after().message() + ") now revises "
                    + moved.after().parents().get(0) + ": " + moved.to()
                    + (moved.to().equals(moved.from())
                            ? ""
                            : ", before " + moved.from().getFileName()));
        }
        ProofLine.print(console, result.proof());
        return RevisionCommand.ended(console, result.postWriteFailure());
    }
}
