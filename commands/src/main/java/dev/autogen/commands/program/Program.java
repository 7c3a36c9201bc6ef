package dev.autogen.commands.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Another program to run. It is asked nothing (its standard input is empty), and whatever happens, nothing of it is left
 * running afterwards: neither the program nor what it started.
 *
 * @param command the program and its arguments; no shell takes part
 * @param directory where it runs
 * @param environment all the variables it gets
 */
public record Program(List<String> command, Path directory, Map<String, String> environment) {

    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Which of the two streams of a program are kept. */
    public enum Kept {
        /** What it answers. */
        OUTPUT,
        /** That, and what it complains of. */
        OUTPUT_AND_ERRORS
    }

    /**
     * Runs it to its end.
     *
     * @param line told each line that it writes, on either stream, as it is written
     * @return its exit code
     * @throws IOException if it cannot be run
     */
    public int run(Consumer<String> line) throws IOException, InterruptedException {
        return during(builder().redirectErrorStream(true), process -> {
            try (BufferedReader output = process.inputReader(Charset.defaultCharset())) {
                output.lines().forEach(line);
            }
            return process.waitFor();
        });
    }

    /**
     * Runs it for as long as it may.
     *
     * @param output the file to keep in what it writes
     * @return its exit code; empty where it did not end in time
     * @throws IOException if it cannot be run
     */
    public OptionalInt run(Path output, Kept kept, Duration atMost) throws IOException, InterruptedException {
        ProcessBuilder builder = builder().redirectOutput(output.toFile());
        switch (kept) {
            case OUTPUT -> builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            case OUTPUT_AND_ERRORS -> builder.redirectErrorStream(true);
        }
        return during(
                builder,
                process -> process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)
                        ? OptionalInt.of(process.exitValue())
                        : OptionalInt.empty());
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    private static <T> T during(ProcessBuilder builder, Use<T> use) throws IOException, InterruptedException {
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            return use.of(process);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private interface Use<T> {
        T of(Process process) throws IOException, InterruptedException;
    }
}
