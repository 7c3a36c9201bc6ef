package dev.autogen.commands.config;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Asks Gradle for the class path of a project's main classes, with a task that an init script adds to the build. */
record GradleClasspath(GradleBuild build, Surroundings surroundings) {
    private static final String SCRIPT = "classpath.gradle";
    private static final String TASK = "autogenClasspath";
    private static final String WRONG = "* What went wrong:";
    private static final String TRY = "* Try:";

    private static final String RUNTIME = "dev.autogen:autogen-runtime";

    /** The entries in Gradle's order; the class directory of a sibling that is not compiled yet does not exist. */
    List<Path> resolve() {
        List<List<String>> commands = BuildExecutable.gradle(surroundings).commandsFor(build.directories());
        if (commands.isEmpty()) {
            throw new ConfigurationException("The class path of " + build.project() + " is Gradle's to tell, but there"
                    + " is no gradlew in the project and no gradle in GRADLE_HOME or PATH. Install Gradle, or name the"
                    + " jars that the entities need with --classpath.");
        }
        try (TemporaryDirectory directory = TemporaryDirectory.create()) {
            Path script = directory.path().resolve(SCRIPT);
            try (InputStream source = GradleClasspath.class.getResourceAsStream(SCRIPT)) {
                Files.copy(source, script);
            }
            run(commands, directory.path(), script);
            return read(directory.path());
        } catch (IOException e) {
            throw new ConfigurationException(
                    "What Gradle says about the class path cannot be read: " + e.getMessage()
                            + ". Name the jars that the entities need with --classpath.",
                    e);
        }
    }

    /** Offline first, since most class paths are on this machine already and the network takes its time. */
    private void run(List<List<String>> commands, Path answers, Path script) {
        BuildRun run = run(commands, answers, script, List.of("--offline"));
        if (!run.succeeded() && run.output().contains("offline")) {
            run = run(commands, answers, script, List.of());
        }
        if (!run.succeeded()) {
            throw failure(run);
        }
    }

    private BuildRun run(List<List<String>> commands, Path answers, Path script, List<String> mode) {
        BuildRun run = null;
        for (List<String> gradle : commands) {
            List<String> command = new ArrayList<>(gradle);
            command.addAll(List.of(
                    "-q",
                    "--console=plain",
                    "--init-script",
                    script.toString(),
                    "-Dautogen.classpath=" + answers,
                    // The task asks its project when it runs, which a cached configuration forbids.
                    "-Dorg.gradle.configuration-cache=false",
                    "-Dorg.gradle.unsafe.configuration-cache=false",
                    "-Dorg.gradle.unsafe.isolated-projects=false"));
            command.addAll(mode);
            command.add(TASK);
            run = BuildRun.of("Gradle", command, build.project(), surroundings);
            // Without an error of Gradle's own the wrapper did not get as far as Gradle.
            if (run.succeeded() || run.output().contains(WRONG)) {
                return run;
            }
        }
        return run;
    }

    private ConfigurationException failure(BuildRun run) {
        String said = run.obstacle() != null ? run.obstacle() : said(run.output());
        String cure = run.output().contains(RUNTIME)
                ? "Build autogen once with its launcher, which installs autogen-runtime into the local Maven repository,"
                        + " and add mavenLocal() to the repositories; or add the repository that has it."
                : "Make gradle dependencies succeed there, or name the jars that the entities need with --classpath.";
        return new ConfigurationException("Gradle cannot resolve the class path of " + build.project() + ". "
                + (said.isEmpty() ? "It gave no reason." : "It says: " + said) + " " + cure);
    }

    /** Gradle's own reason, or else the first lines of what was said. */
    private static String said(String output) {
        int wrong = output.indexOf(WRONG);
        String reason = wrong < 0 ? output : output.substring(wrong + WRONG.length());
        int end = reason.indexOf(TRY);
        String text = (end < 0 ? reason : reason.substring(0, end))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(3)
                .collect(joining(" "));
        return text.isEmpty() || text.endsWith(".") ? text : text + ".";
    }

    private static List<Path> read(Path answers) throws IOException {
        Set<Path> entries = new LinkedHashSet<>();
        try (Stream<Path> files = Files.list(answers)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".list"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .map(Path::of)
                        .forEach(entries::add);
            }
        }
        return List.copyOf(entries);
    }
}
