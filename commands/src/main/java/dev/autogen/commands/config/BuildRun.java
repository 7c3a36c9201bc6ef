package dev.autogen.commands.config;

import dev.autogen.commands.program.Program;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * One finished run of a build tool.
 *
 * @param succeeded whether it ended with 0
 * @param output what it said, without colours
 * @param obstacle why there is no output of its own to go by; null where it ran to its end
 */
record BuildRun(boolean succeeded, String output, String obstacle) {

    /** Long enough for a first download of everything over a slow line. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /**
     * Runs it.
     *
     * @param tool its name, for messages
     */
    static BuildRun of(String tool, List<String> command, Path directory, Surroundings surroundings) {
        Path log = null;
        try {
            log = Files.createTempFile("autogen-build", ".log");
            OptionalInt exit = new Program(command, directory, surroundings.environment())
                    .run(log, Program.Kept.OUTPUT_AND_ERRORS, LONGEST);
            if (exit.isEmpty()) {
                return stopped(tool + " did not end within " + LONGEST.toMinutes() + " minutes.");
            }
            String output = Files.readString(log, Charset.defaultCharset());
            return new BuildRun(exit.getAsInt() == 0, output.replaceAll("\u001B\\[[;\\d]*m", ""), null);
        } catch (IOException e) {
            return stopped(tool + " cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return stopped("The run of " + tool + " was interrupted.");
        } finally {
            if (log != null) {
                log.toFile().delete();
            }
        }
    }

    private static BuildRun stopped(String obstacle) {
        return new BuildRun(false, "", obstacle);
    }
}
