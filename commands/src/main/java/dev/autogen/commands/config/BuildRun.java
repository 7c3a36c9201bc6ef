package dev.autogen.commands.config;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One finished run of a build tool.
 *
 * @param succeeded whether it ended with 0
 * @param output what it said, without colours
 * @param obstacle why there is no output of its own to go by; null where it ran to its end
 */
record BuildRun(boolean succeeded, String output, String obstacle) {

    /** Long enough for a first download of everything over a slow line. */
    private static final long TIMEOUT_MINUTES = 15;

    /**
     * Runs it.
     *
     * @param tool its name, for messages
     */
    static BuildRun of(String tool, List<String> command, Path directory, Surroundings surroundings) {
        Path log = null;
        Process process = null;
        try {
            log = Files.createTempFile("autogen-build", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(surroundings.environment());
            process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
                return stopped(tool + " did not end within " + TIMEOUT_MINUTES + " minutes.");
            }
            String output = Files.readString(log, Charset.defaultCharset());
            return new BuildRun(process.exitValue() == 0, output.replaceAll("\u001B\\[[;\\d]*m", ""), null);
        } catch (IOException e) {
            return stopped(tool + " cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return stopped("The run of " + tool + " was interrupted.");
        } finally {
            if (process != null) {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
            }
            if (log != null) {
                log.toFile().delete();
            }
        }
    }

    private static BuildRun stopped(String obstacle) {
        return new BuildRun(false, "", obstacle);
    }
}
