package dev.autogen.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.autogen.commands.ExitCode;
import dev.autogen.commands.FleetResult;
import dev.autogen.commands.RunResult;
import dev.autogen.commands.TargetResult;
import dev.autogen.commands.report.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Prints what came of a command in each of several databases or schemas: a line each, then how many are where. */
final class FleetLines {
    private static final int SHOWN = 5;

    private final FleetResult result;
    private final Console console;

    FleetLines(FleetResult result, Console console) {
        this.result = result;
        this.console = console;
    }

    /** Prints the answer, and an error for each target that failed; answers the exit code. */
    int print(boolean verbose) {
        int width = result.targets().stream()
                .mapToInt(target -> target.target().length())
                .max()
                .orElse(0);
        for (TargetResult target : result.targets()) {
            console.print(target.target() + " ".repeat(width - target.target().length()) + "  " + outcome(target));
        }
        console.print(summary());
        errors();
        if (verbose) {
            result.targets().forEach(target -> target.thrown().ifPresent(console::stackTrace));
        }
        return result.exitCode();
    }

    /** An error for each message: a mistake of the command line is the same in all targets. */
    private void errors() {
        Map<String, List<String>> targets = new LinkedHashMap<>();
        for (TargetResult target : result.targets()) {
            target.failure()
                    .ifPresent(failure -> targets.computeIfAbsent(failure.message(), message -> new ArrayList<>())
                            .add(target.target()));
        }
        targets.forEach((message, names) -> console.error(some(names) + ": " + message));
    }

    private static String some(List<String> names) {
        int more = names.size() - SHOWN;
        return more > 0
                ? String.join(", ", names.subList(0, SHOWN)) + " and " + more + " more"
                : String.join(", ", names);
    }

    /** Prints that some targets lack migrations; answers the exit code for that. */
    int checkHeads() {
        List<String> behind = result.targets().stream()
                .filter(target -> target.failure().isEmpty())
                .filter(target -> target.result().filter(result::isAtHeads).isEmpty())
                .map(TargetResult::target)
                .toList();
        if (behind.isEmpty()) {
            return ExitCode.OK;
        }
        console.error("Not at head: " + some(behind) + ". Run `autogen upgrade heads` with the same options.");
        return ExitCode.REVISION;
    }

    private String outcome(TargetResult target) {
        if (target.isSkipped()) {
            return "not run";
        }
        if (target.thrown().isPresent()) {
            return target.result().map(at -> "failed, at " + place(at)).orElse("failed");
        }
        RunResult done = target.result().orElseThrow();
        List<String> words = new ArrayList<>(List.of(place(done)));
        if (!done.done().isEmpty()) {
            words.add("ran " + Words.count(done.done().size(), "migration"));
        }
        if (result.pending(done) > 0) {
            words.add(Words.count(result.pending(done), "migration") + " to be applied");
        }
        return String.join(", ", words);
    }

    private String place(RunResult at) {
        String revisions = at.current().isEmpty() ? "base" : String.join(", ", new TreeSet<>(at.current()));
        return !at.current().isEmpty() && result.isAtHeads(at) ? revisions + " (head)" : revisions;
    }

    private String summary() {
        List<String> counts = new ArrayList<>();
        Map<String, Long> places = result.targets().stream()
                .filter(target -> target.thrown().isEmpty() && !target.isSkipped())
                .collect(groupingBy(target -> place(target.result().orElseThrow()), TreeMap::new, counting()));
        places.forEach((place, number) -> counts.add(number + " at " + place));
        long failed = result.targets().stream()
                .filter(target -> target.thrown().isPresent())
                .count();
        long skipped = result.targets().stream().filter(TargetResult::isSkipped).count();
        if (failed > 0) {
            counts.add(failed + " failed");
        }
        if (skipped > 0) {
            counts.add(skipped + " not run");
        }
        return Words.count(result.targets().size(), "target") + ": " + String.join("; ", counts);
    }
}
