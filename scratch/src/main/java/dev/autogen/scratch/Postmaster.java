package dev.autogen.scratch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The server process on a directory: starts it, stops it, and finds the one that a killed autogen left behind. */
final class Postmaster {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final int PORT_ATTEMPTS = 5;

    private final ServerDirectory directory;
    private final Programs programs;

    Postmaster(ServerDirectory directory, Programs programs) {
        this.directory = directory;
        this.programs = programs;
    }

    /** Starts the server on a free port and waits until it takes connections. */
    Running start(ServerSettings settings) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Files.writeString(directory.data().resolve("postgresql.conf"), settings.text(port));
            Files.deleteIfExists(directory.log());
            Programs.Outcome outcome = programs.run(
                    directory.root(),
                    "pg_ctl",
                    List.of("start", "-D", ServerDirectory.DATA, "-l", ServerDirectory.LOG, "-w", "-t", "60", "-s"));
            if (outcome.succeeded()) {
                long pid = pid().orElseThrow(() -> failure(outcome.output()));
                return new Running(pid, port);
            }
            String log = Files.exists(directory.log()) ? Files.readString(directory.log()) : outcome.output();
            if (!ServerLog.tellsOfTakenPort(log)) {
                throw failure(log);
            }
            // Somebody took the port in the moment between our look and the server's.
            if (attempt == PORT_ATTEMPTS) {
                throw new EmbeddedServerException("The embedded PostgreSQL found no free port on 127.0.0.1 in "
                        + attempt
                        + " attempts (" + ServerLog.lastError(log) + "; log: " + directory.log() + "). Try again, "
                        + EmbeddedServerException.USE_ANOTHER_DATABASE + ".");
            }
        }
    }

    /** Stops the server on this directory, whoever started it; nothing happens when none is running. */
    void stop() throws IOException {
        Optional<Long> pid = pid();
        Optional<ProcessHandle> process = pid.flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return;
        }
        if (!serves(process.get())) {
            // The number now belongs to another process, which PostgreSQL would take for a server on these data.
            Files.deleteIfExists(pidFile());
            return;
        }
        if (stops("fast") || stops("immediate")) {
            return;
        }
        throw new EmbeddedServerException("The PostgreSQL server with process id " + pid.get() + " on "
                + directory.data() + " does not stop. End that process and try again.");
    }

    private boolean stops(String mode) throws IOException {
        Programs.Outcome outcome = programs.run(
                directory.root(), "pg_ctl", List.of("stop", "-D", ServerDirectory.DATA, "-m", mode, "-W", "-s"));
        long deadline = System.nanoTime() + STOP_PATIENCE.toNanos();
        // PostgreSQL removes the file as the last thing it does.
        while (Files.exists(pidFile())) {
            if (System.nanoTime() > deadline || (!outcome.succeeded() && pid().isPresent())) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private Path pidFile() {
        return directory.data().resolve("postmaster.pid");
    }

    /** The process id in postmaster.pid, while that file exists and is written. */
    private Optional<Long> pid() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile()).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d+"))
                .map(Long::valueOf);
    }

    private boolean serves(ProcessHandle process) throws IOException {
        Path workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
        if (!Files.isSymbolicLink(workingDirectory)) {
            return process.info()
                    .command()
                    .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                    .orElse(false);
        }
        try {
            // A server works in its data directory.
            return Files.readSymbolicLink(workingDirectory)
                    .equals(directory.data().toRealPath());
        } catch (NoSuchFileException | AccessDeniedException e) {
            return false; // it just ended, or is somebody else's
        }
    }

    private EmbeddedServerException failure(String log) {
        if (ServerLog.tellsOfFullDisk(log)) {
            return new EmbeddedServerException(
                    "The embedded PostgreSQL cannot start since the disk that holds " + directory.root()
                            + " is full. Make room there, " + EmbeddedServerException.USE_ANOTHER_DATABASE + ".");
        }
        return directory.startAnew("cannot be served: PostgreSQL says \"" + ServerLog.lastError(log) + "\" (log: "
                + directory.log() + ")");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    /** A server that takes connections. */
    record Running(long pid, int port) {}
}
