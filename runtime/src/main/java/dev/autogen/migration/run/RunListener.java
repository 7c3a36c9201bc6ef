package dev.autogen.migration.run;

import dev.autogen.migration.BatchedChange;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import java.time.Duration;

/** Is told what the runner does, on the runner's thread unless said otherwise. All methods do nothing by default. */
public interface RunListener {
    /** Nobody is told anything. */
    RunListener NONE = new RunListener() {};

    /** A migration begins. */
    default void started(RevisionInfo revision, Direction direction) {}

    /**
     * A batch of a change in batches is done and committed.
     *
     * @param change what is being done
     * @param rows how many rows have been in a batch so far, those of interrupted runs too
     */
    default void batch(RevisionInfo revision, BatchedChange change, long rows) {}

    /** A migration is done and committed. */
    default void finished(RevisionInfo revision, Direction direction, Duration took) {}

    /**
     * Another runner is at work; called once a wait.
     *
     * @param holder who that is, as far as the database tells
     */
    default void waitingFor(String holder) {}

    /**
     * A statement waits for a lock; called once a statement that waits long, on another thread than the runner's.
     *
     * @param holders who has it, as far as the database tells
     */
    default void blocked(String holders) {}

    /**
     * Something that a person should know and that stops nothing.
     *
     * @param text one sentence
     */
    default void notice(String text) {}

    /**
     * A lock could not be had in time; the migration was rolled back and is tried again.
     *
     * @param attempt the number of the attempt that comes, from 2
     */
    default void retrying(RevisionInfo revision, int attempt, int attempts) {}
}
