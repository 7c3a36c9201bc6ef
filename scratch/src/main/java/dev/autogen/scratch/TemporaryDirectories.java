package dev.autogen.scratch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The directories of temporary servers, beside one another; those of processes that were killed are cleared away. */
final class TemporaryDirectories {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TemporaryDirectories() {}

    /** Makes a directory and locks it. */
    static Claim claim(Path parent, Programs programs) throws IOException {
        Files.createDirectories(parent);
        // One at a time, so that nobody clears away what another has made but not locked yet.
        try (DirectoryLock exclusive = DirectoryLock.acquire(parent.resolve("lock"), PATIENCE, message -> {})) {
            clear(parent, programs);
            ServerDirectory directory = ServerDirectory.at(Files.createTempDirectory(parent, "server-"));
            return new Claim(directory, DirectoryLock.acquire(directory.lock(), PATIENCE, message -> {}));
        }
    }

    private static void clear(Path parent, Programs programs) throws IOException {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(parent, "server-*")) {
            for (Path path : directories) {
                ServerDirectory directory = ServerDirectory.at(path);
                Optional<DirectoryLock> lock = DirectoryLock.tryAcquire(directory.lock());
                if (lock.isPresent()) {
                    try (DirectoryLock abandoned = lock.get()) {
                        new Postmaster(directory, programs).stop();
                        FileTree.delete(path);
                    }
                }
            }
        }
    }

    /** A directory that belongs to this process while it holds the lock. */
    record Claim(ServerDirectory directory, DirectoryLock lock) {}
}
