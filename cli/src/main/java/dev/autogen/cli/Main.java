package dev.autogen.cli;

import dev.autogen.commands.config.Surroundings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The entry point of the {@code autogen} command. */
public final class Main {

    private Main() {}

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param arguments the words after {@code autogen}
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(CommandLineInterface.run(Surroundings.ofThisProcess(), out, err, arguments));
    }
}
