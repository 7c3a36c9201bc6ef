package dev.autogen.commands;

import dev.autogen.commands.config.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to write migrations into a project. Without it two runs of {@code -m} at the same time would each write the
 * same difference, on the same parent. The system lets go of it when the process ends, however it ends.
 */
final class ProjectLock implements AutoCloseable {
    private static final String WAITING = "Waiting for another autogen that writes a migration here";

    /** A lock on a file is the whole process's, so its threads take turns before they ask for it. */
    private static final Map<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();

    private final ReentrantLock turn;
    private final FileChannel channel;

    private ProjectLock(ReentrantLock turn, FileChannel channel) {
        this.turn = turn;
        this.channel = channel;
    }

    /** Waits for another process, or another thread of this one, that writes. */
    static ProjectLock acquire(Workspace workspace) {
        Progress progress = workspace.progress();
        try {
            Path file = StateDirectory.create(workspace.settings().project()).resolve("write.lock");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            ReentrantLock turn = TURNS.computeIfAbsent(file.toRealPath(), path -> new ReentrantLock());
            if (!turn.tryLock()) {
                progress.say(WAITING);
                turn.lock();
            }
            if (channel.tryLock() == null) {
                progress.say(WAITING);
                channel.lock();
            }
            return new ProjectLock(turn, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.unlock();
        }
    }
}
