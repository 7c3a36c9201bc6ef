package dev.autogen.scratch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A shell that stops the server when this process dies without having done so, be it by {@code kill -9}: it waits for the end of a
 * pipe that only this process holds.
 */
final class Guard implements AutoCloseable {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final String SCRIPT = "trap '' INT TERM HUP; read -r line; kill -INT \"$1\"";

    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    /** Guards the server with that process id; empty on systems without a POSIX shell, where the next start cleans up. */
    static Optional<Guard> over(long pid) {
        if (!SHELL.toFile().canExecute()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Guard(new ProcessBuilder(SHELL.toString(), "-c", SCRIPT, "autogen-guard", Long.toString(pid))
                            .directory(Path.of("/").toFile())
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start()));
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "Cannot start the shell that guards the embedded PostgreSQL: " + e.getMessage()
                            + ". Free some memory" + " or processes and try again.",
                    e);
        }
    }

    /** Sends the guard home; it does not touch the server then. */
    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
