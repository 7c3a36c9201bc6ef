package dev.autogen.scratch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs PostgreSQL's own programs.
 *
 * @param binaries where they are
 * @param account whom they run as
 */
record Programs(ServerBinaries binaries, ServerAccount account) {

    static Programs unpacked() {
        ServerAccount account = Platform.current().windows() ? ServerAccount.OWN : ServerAccount.current();
        return new Programs(ServerBinaries.unpacked(account), account);
    }

    /**
     * Runs a program to its end. Paths among the arguments are best relative: pg_ctl hands them to a shell, which would interpret
     * quotes and dollars in the name of a project.
     */
    Outcome run(Path workingDirectory, String program, List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder(account.command(binaries.program(program), arguments))
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG")); // they would speak of other servers
        environment.put("LC_ALL", "C"); // messages in English
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            Outcome outcome = new Outcome(exitCode(process), output);
            if (outcome.neverRan()) {
                throw new IOException(output);
            }
            return outcome;
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "Cannot run %s of the embedded PostgreSQL: %s. If its file system forbids programs (noexec), name another"
                                    .formatted(binaries.program(program), e.getMessage())
                            + " directory with the environment variable XDG_CACHE_HOME, "
                            + EmbeddedServerException.USE_ANOTHER_DATABASE + ".",
                    e);
        }
    }

    /** An interrupt has to wait: half a start or half a stop would leave a server behind. */
    private static int exitCode(Process process) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** How a program ended, and what it said on either stream. */
    record Outcome(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }

        /** Programs that run others, as shells and unshare are, end so when they cannot. */
        boolean neverRan() {
            return exitCode == 126 || exitCode == 127;
        }
    }
}
