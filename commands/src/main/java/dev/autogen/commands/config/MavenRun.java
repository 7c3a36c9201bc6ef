package dev.autogen.commands.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One finished run of Maven.
 *
 * @param succeeded whether it ended with 0
 * @param errors the lines that Maven marks as errors, without the advice it always gives
 */
record MavenRun(boolean succeeded, List<String> errors) {

    private static final String MARK = "[ERROR]";

    static MavenRun of(List<String> command, Path directory, Surroundings surroundings) {
        BuildRun run = BuildRun.of("Maven", command, directory, surroundings);
        return new MavenRun(run.succeeded(), run.obstacle() == null ? errors(run.output()) : List.of(run.obstacle()));
    }

    /** True when a run that may use the network could end otherwise. */
    boolean failedForBeingOffline() {
        return errors.stream().anyMatch(line -> line.contains("offline"));
    }

    boolean failedToResolveDependencies() {
        return errors.stream()
                .anyMatch(line -> line.contains("resolve dependencies") || line.contains("Could not find artifact"));
    }

    boolean mentions(String text) {
        return errors.stream().anyMatch(line -> line.contains(text));
    }

    private static List<String> errors(String output) {
        List<String> errors = new ArrayList<>();
        for (String line : output.lines().toList()) {
            String text = line.strip();
            if (text.startsWith(MARK)) {
                text = text.substring(MARK.length())
                        .replaceFirst("->\\s*\\[Help \\d+]\\s*$", "")
                        .strip();
                if (text.startsWith("To see the full stack trace") || text.startsWith("Re-run Maven")) {
                    break;
                }
                if (!text.isEmpty()) {
                    errors.add(text);
                }
            }
        }
        return errors;
    }
}
