package dev.autogen.cli;

import dev.autogen.commands.InitResult;
import dev.autogen.commands.WrittenMigration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code init}. */
@Command(name = "init", description = "Write autogen.properties, and a baseline of an existing database.")
final class InitCommand implements Callable<Integer> {
    @ParentCommand
    private AutogenCommand root;

    @Override
    public Integer call() throws Exception {
        InitResult result = root.autogen().init();
        root.console()
                .print(
                        result.configurationWritten()
                                ? "Wrote " + result.configuration()
                                : result.configuration() + " is there already; left as it is.");
        if (result.baseline().isPresent()) {
            RevisionCommand.print(root.console(), result.baseline().get());
            root.console().print("The database is stamped with the baseline: it is not run there.");
        } else {
            root.console().print(result.whyNoBaseline());
        }
        return RevisionCommand.ended(root.console(), result.baseline().flatMap(WrittenMigration::postWriteFailure));
    }
}
