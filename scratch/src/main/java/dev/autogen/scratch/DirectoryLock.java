package dev.autogen.scratch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A lock between processes, and between the threads of one, on what lies beside a lock file. The operating system takes it back
 * when its holder dies, however it dies. The file tells the holder's process id.
 */
final class DirectoryLock implements AutoCloseable {

    /** Far behind the text, since Windows lets nobody read locked bytes. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final Duration PAUSE = Duration.ofMillis(25);

    /** Locks of this process; its own lock files it must not even open, as closing them again would free the lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock, waiting for its holder.
     *
     * @param onWait told once, with the holder, when there is somebody to wait for
     * @throws EmbeddedServerException when the holder keeps it longer than {@code patience}
     */
    static DirectoryLock acquire(Path file, Duration patience, Consumer<String> onWait) throws IOException {
        Path canonical = canonical(file);
        long deadline = System.nanoTime() + patience.toNanos();
        boolean told = false;
        while (true) {
            Attempt attempt = attempt(canonical);
            if (attempt.lock() != null) {
                return attempt.lock();
            }
            if (System.nanoTime() > deadline) {
                throw new EmbeddedServerException(
                        "%s is still using %s after %d seconds. Wait until it has ended, or end it, and try again."
                                .formatted(attempt.holder(), canonical.getParent(), patience.toSeconds()));
            }
            if (!told) {
                told = true;
                onWait.accept("Waiting for %s, which is using %s".formatted(attempt.holder(), canonical.getParent()));
            }
            pause();
        }
    }

    /** Takes the lock if nobody has it. */
    static Optional<DirectoryLock> tryAcquire(Path file) throws IOException {
        return Optional.ofNullable(attempt(canonical(file)).lock());
    }

    /** Frees the lock. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }

    private static Attempt attempt(Path file) throws IOException {
        if (!HELD.add(file)) {
            return new Attempt(
                    null,
                    "another thread of this process (" + ProcessHandle.current().pid() + ")");
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(file, CREATE, READ, WRITE);
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                return new Attempt(null, holder(channel));
            }
            channel.truncate(0);
            channel.write(US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
            locked = true;
            return new Attempt(new DirectoryLock(file, channel), null);
        } finally {
            if (!locked) {
                if (channel != null) {
                    channel.close();
                }
                HELD.remove(file);
            }
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        String pid = US_ASCII.decode(text.flip()).toString();
        return pid.isEmpty() ? "another autogen" : "another autogen (process " + pid + ")";
    }

    private static Path canonical(Path file) throws IOException {
        return file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("The wait for another autogen was interrupted.", e);
        }
    }

    /** Either the lock or, when it could not be had, who has it; the other one is null. */
    private record Attempt(DirectoryLock lock, String holder) {}
}
