package dev.autogen.migration;

import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.RunListener;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what the runner does, for applications that say nothing else. */
enum LoggingListener implements RunListener {
    INSTANCE;

    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

    @Override
    public void started(RevisionInfo revision, Direction direction) {
        LOG.info(
                direction == Direction.UPGRADE ? "Upgrading to {} ({})" : "Downgrading {} ({})",
                revision.id(),
                revision.message());
    }

    @Override
    public void batch(RevisionInfo revision, BatchedChange change, long rows) {
        LOG.info("Revision {}: {} rows so far", revision.id(), rows);
    }

    @Override
    public void finished(RevisionInfo revision, Direction direction, Duration took) {
        LOG.info("Revision {} is done in {} ms", revision.id(), took.toMillis());
    }

    @Override
    public void waitingFor(String holder) {
        LOG.info("Waiting for another runner: {}", holder);
    }

    @Override
    public void blocked(String holders) {
        LOG.warn("A statement waits for a lock of {}", holders);
    }

    @Override
    public void notice(String text) {
        LOG.warn("{}", text);
    }

    @Override
    public void retrying(RevisionInfo revision, int attempt, int attempts) {
        LOG.warn(
                "A lock was not free in time; revision {} was rolled back, attempt {} of {}",
                revision.id(),
                attempt,
                attempts);
    }
}
