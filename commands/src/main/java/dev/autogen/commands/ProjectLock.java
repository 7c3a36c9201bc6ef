package dev.autogen.commands;

import dev.autogen.commands.config.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to write migrations into a project. Without it two runs of {@code -m} at the same time would each write the
 * same difference, on the same parent. The system lets go of it when the process ends, however it ends.
 */
final class ProjectLock implements AutoCloseable {
    private final FileChannel channel;

    private ProjectLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for another process that writes. */
    static ProjectLock acquire(Workspace workspace) {
        try {
            Path file = StateDirectory.create(workspace.settings().project()).resolve("write.lock");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                workspace.progress().say("Waiting for another autogen that writes a migration here");
                channel.lock();
            }
            return new ProjectLock(channel);
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
        }
    }
}
