package dev.autogen.cli;

import dev.autogen.commands.RunResult;
import java.util.TreeSet;

/** Prints what a run did, and where the database is now. */
final class Outcome {
    private Outcome() {}

    static void print(Console console, RunResult result, String withoutSteps) {
        String place = result.current().isEmpty() ? "base" : String.join(", ", new TreeSet<>(result.current()));
        int count = result.done().size();
        String what = count == 0 ? withoutSteps : count == 1 ? "Ran 1 migration" : "Ran " + count + " migrations";
        console.print(what + "; the database is at " + place);
    }
}
