package dev.autogen.cli;

import static java.util.stream.Collectors.joining;

import dev.autogen.commands.ExitCode;
import dev.autogen.commands.Failure;
import dev.autogen.commands.config.Surroundings;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as a function of its words and surroundings, so that a test can call what a terminal calls. */
final class CommandLineInterface {

    private CommandLineInterface() {}

    /**
     * Runs one command line and answers its exit code.
     *
     * @param keyboard what somebody types who can be asked; empty where nobody is there
     */
    static int run(
            Surroundings surroundings,
            Optional<BufferedReader> keyboard,
            PrintWriter out,
            PrintWriter err,
            String... arguments) {
        Console console = new Console(out, err, surroundings);
        AutogenCommand root =
                new AutogenCommand(surroundings, console, keyboard.map(typed -> new Keyboard(typed, console)));
        CommandLine commandLine = HelpLayout.applyTo(new CommandLine(root))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUnmatchedOptionsArePositionalParams(false)
                .setParameterExceptionHandler((wrong, words) -> misused(wrong, root))
                .setExecutionExceptionHandler((thrown, command, parsed) -> failed(thrown, root));
        try {
            return commandLine.execute(arguments);
        } catch (Error e) {
            // picocli handles exceptions alone; the JVM would end with 1, which means drift.
            return failed(e, root);
        }
    }

    /** One paragraph, as for every other error; the whole usage would bury what is wrong. */
    private static int misused(ParameterException wrong, AutogenCommand root) {
        String alike = wrong instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream().limit(3).collect(joining(", "))
                : "";
        root.console()
                .error(wrong.getMessage() + (alike.isEmpty() ? "." : ". Did you mean: " + alike + "?") + " `"
                        + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help` lists what there is.");
        return ExitCode.USAGE;
    }

    private static int failed(Throwable thrown, AutogenCommand root) {
        Failure failure = root.failure(thrown);
        root.console().error(failure.message());
        if (root.verbose()) {
            root.console().stackTrace(thrown);
        }
        return failure.exitCode();
    }
}
