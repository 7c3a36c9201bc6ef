package dev.autogen.migration.run;

import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import java.time.Duration;
import java.util.List;

/** Is told what a dry run does, on its thread. */
public interface DryRunListener {

    /** A migration is tried. */
    void started(RevisionInfo revision, Direction direction);

    /**
     * An operation did what it is to do.
     *
     * @param what its statements, or words for Java code
     */
    void ran(String what, Duration took);

    /**
     * Something was not tried.
     *
     * @param what what it is and why
     */
    void leftOut(String what);

    /**
     * The migration was tried.
     *
     * @param locks the locks on tables that it takes and that hinder others, such as {@code ACCESS EXCLUSIVE on users}
     */
    void finished(List<String> locks);
}
