package dev.autogen.cli;

import dev.autogen.commands.config.Surroundings;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The entry point of the {@code autogen} command. */
public final class Main {
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private Main() {}

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param arguments the words after {@code autogen}
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Optional<BufferedReader> keyboard = Console.isTerminal()
                ? Optional.of(new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())))
                : Optional.empty();
        CountDownLatch said = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(said), "waits for the last words"));
        int exitCode = CommandLineInterface.run(Surroundings.ofThisProcess(), keyboard, out, err, arguments);
        said.countDown();
        System.exit(exitCode);
    }

    /** A command that is interrupted has a moment to say what it leaves behind. */
    private static void await(CountDownLatch said) {
        try {
            said.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
