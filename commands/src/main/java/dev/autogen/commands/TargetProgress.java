package dev.autogen.commands;

import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.RunListener;

/** Tells what takes long in one of several targets; each migration of each would be too much. */
record TargetProgress(Progress progress, String target) implements RunListener {

    @Override
    public void waitingFor(String holder) {
        progress.say(target + ": waiting for another runner: " + holder);
    }

    @Override
    public void blocked(String holders) {
        progress.say(target + ": waiting for a lock of " + holders);
    }

    @Override
    public void retrying(RevisionInfo revision, int attempt, int attempts) {
        progress.say(target + ": a lock was not free in time; rolled back, attempt " + attempt + " of " + attempts);
    }
}
