package dev.autogen.commands.config;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One finished run of Maven.
 *
 * @param succeeded whether it ended with 0
 * @param errors the lines that Maven marks as errors, without the advice it always gives
 */
record MavenRun(boolean succeeded, List<String> errors) {

    /** Long enough for a first download of everything over a slow line. */
    private static final long TIMEOUT_MINUTES = 15;

    private static final String MARK = "[ERROR]";

    static MavenRun of(List<String> command, Path directory, Surroundings surroundings) {
        Path log = null;
        Process process = null;
        try {
            log = Files.createTempFile("autogen-maven", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(surroundings.environment());
            process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
                return new MavenRun(false, List.of("Maven did not end within " + TIMEOUT_MINUTES + " minutes."));
            }
            return new MavenRun(process.exitValue() == 0, errors(Files.readString(log, Charset.defaultCharset())));
        } catch (IOException e) {
            return new MavenRun(false, List.of("Maven cannot be run: " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new MavenRun(false, List.of("The run of Maven was interrupted."));
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

    /** True when a run that may use the network could end otherwise. */
    boolean failedForBeingOffline() {
        return errors.stream().anyMatch(line -> line.contains("offline"));
    }

    boolean failedToResolveDependencies() {
        return errors.stream()
                .anyMatch(line -> line.contains("resolve dependencies") || line.contains("Could not find artifact"));
    }

    boolean mentions(String text) {
        return errors.stream().anyMatch(line -> line.contains(text));
    }

    private static List<String> errors(String output) {
        List<String> errors = new ArrayList<>();
        for (String line : output.replaceAll("\u001B\\[[;\\d]*m", "").lines().toList()) {
            String text = line.strip();
            if (text.startsWith(MARK)) {
                text = text.substring(MARK.length())
                        .replaceFirst("->\\s*\\[Help \\d+]\\s*$", "")
                        .strip();
                if (text.startsWith("To see the full stack trace") || text.startsWith("Re-run Maven")) {
                    break;
                }
                if (!text.isEmpty()) {
                    errors.add(text);
                }
            }
        }
        return errors;
    }
}
