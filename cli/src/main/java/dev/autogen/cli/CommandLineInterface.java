package dev.autogen.cli;

import dev.autogen.commands.Failure;
import dev.autogen.commands.config.Surroundings;
import java.io.PrintWriter;
import picocli.CommandLine;

/** The command line as a function of its words and surroundings, so that a test can call what a terminal calls. */
final class CommandLineInterface {

    private CommandLineInterface() {}

    /** Runs one command line and answers its exit code. */
    static int run(Surroundings surroundings, PrintWriter out, PrintWriter err, String... arguments) {
        AutogenCommand root = new AutogenCommand(surroundings, new Console(out, err, surroundings));
        return new CommandLine(root)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUnmatchedOptionsArePositionalParams(false)
                .setExecutionExceptionHandler((thrown, commandLine, parsed) -> failed(thrown, root))
                .execute(arguments);
    }

    private static int failed(Throwable thrown, AutogenCommand root) {
        Failure failure = Failure.of(thrown);
        root.console().error(failure.message());
        if (root.verbose()) {
            root.console().stackTrace(thrown);
        }
        return failure.exitCode();
    }
}
