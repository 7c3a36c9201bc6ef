package dev.autogen.cli;

import dev.autogen.commands.RunResult;
import dev.autogen.commands.report.Words;
import dev.autogen.migration.revision.Direction;
import dev.autogen.migration.revision.RevisionInfo;
import dev.autogen.migration.run.DryRunListener;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/** Prints what a dry run does, as it does it. */
final class DryRunLines implements DryRunListener {
    private static final String INDENT = "  ";

    private final Console console;

    DryRunLines(Console console) {
        this.console = console;
    }

    @Override
    public void started(RevisionInfo revision, Direction direction) {
        console.print((direction == Direction.UPGRADE ? "Upgrade to " : "Downgrade of ") + revision.id() + " ("
                + revision.message() + ")");
    }

    @Override
    public void ran(String what, Duration took) {
        console.print(what.indent(INDENT.length()).stripTrailing());
        console.print(INDENT + INDENT + took.toMillis() + " ms");
    }

    @Override
    public void leftOut(String what) {
        console.print(INDENT + "not tried: " + what);
    }

    @Override
    public void finished(List<String> locks) {
        locks.forEach(lock -> console.print(INDENT + "takes " + lock));
    }

    /** Prints where the database is after all. */
    void end(RunResult result, String withoutSteps) {
        String place = result.current().isEmpty() ? "base" : String.join(", ", new TreeSet<>(result.current()));
        int count = result.done().size();
        console.print(
                (count == 0 ? withoutSteps : "Rolled back: nothing of " + Words.count(count, "migration") + " remains")
                        + "; the database is at " + place);
    }
}
