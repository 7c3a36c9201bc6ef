package dev.autogen.commands.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Asks Maven for a project's class path: everything but what only its tests need. */
record MavenClasspath(MavenReactor reactor, Surroundings surroundings) {

    /** Pinned, since Maven 3.8 would take version 2.8, and so that its output has one form. */
    private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:list";

    /**
     * One line of the goal's output, {@code group:artifact:type:version:scope:path (optional) -- module name}. The goal
     * {@code build-classpath} would print paths alone, but would have to run once for each scope.
     */
    private static final Pattern DEPENDENCY = Pattern.compile(
            "\\s+\\S+?:(?<scope>compile|provided|runtime|system|test):(?<path>.+?)( \\(optional\\))?\\s*( -- module .*)?");

    /**
     * Maven resolves a sibling to its class directory only in a build that has the phase {@code compile}; the build
     * itself is left out.
     */
    private static final List<String> WITH_SIBLINGS =
            List.of("-Dmaven.main.skip=true", "-Dmaven.resources.skip=true", "compile");

    private static final String RUNTIME = "dev.autogen:autogen-runtime";

    /** The entries in Maven's order; the class directory of a sibling that is not compiled yet does not exist. */
    List<Path> resolve() {
        List<List<String>> commands = BuildExecutable.maven(surroundings).commandsFor(reactor.directories());
        if (commands.isEmpty()) {
            throw new ConfigurationException("The class path of " + reactor.project() + " is Maven's to tell, but there"
                    + " is no mvnw in the project and no mvn in MAVEN_HOME or PATH. Install Maven, or name the jars"
                    + " that the entities need with --classpath.");
        }
        try (TemporaryDirectory outputs = TemporaryDirectory.create()) {
            run(commands, outputs.path());
            return readOutputs(outputs.path());
        }
    }

    /** Offline first, since most class paths are on this machine already and the network takes its time. */
    private void run(List<List<String>> commands, Path outputs) {
        MavenRun run = runWithSiblings(commands, outputs, List.of("-o"));
        if (!run.succeeded() && run.failedForBeingOffline()) {
            run = runWithSiblings(commands, outputs, List.of());
        }
        if (!run.succeeded()) {
            throw failure(run);
        }
    }

    /** A module that needs a sibling nobody has installed can be resolved only from above. */
    private MavenRun runWithSiblings(List<List<String>> commands, Path outputs, List<String> mode) {
        List<String> alone = new ArrayList<>(mode);
        alone.addAll(reactor.isAggregator() ? WITH_SIBLINGS : List.of());
        MavenRun run = run(commands, reactor.project(), outputs, alone);
        if (run.succeeded() || !reactor.isModule() || !run.failedToResolveDependencies()) {
            return run;
        }
        List<String> fromAbove = new ArrayList<>(mode);
        fromAbove.addAll(WITH_SIBLINGS);
        fromAbove.addAll(List.of(
                "-am", "-pl", reactor.root().relativize(reactor.project()).toString()));
        MavenRun withSiblings = run(commands, reactor.root(), outputs, fromAbove);
        return withSiblings.succeeded() ? withSiblings : run;
    }

    private MavenRun run(List<List<String>> commands, Path directory, Path outputs, List<String> arguments) {
        MavenRun run = new MavenRun(false, List.of());
        for (List<String> maven : commands) {
            List<String> command = new ArrayList<>(maven);
            command.addAll(List.of("-B", "-q", "-Dstyle.color=never", "-DoutputAbsoluteArtifactFilename=true"));
            // Maven replaces the placeholder, module by module.
            command.add("-DoutputFile=" + outputs.resolve("${project.artifactId}.list"));
            command.addAll(arguments);
            command.add(GOAL);
            run = MavenRun.of(command, directory, surroundings);
            // Without an error of Maven's own the wrapper did not get as far as Maven.
            if (run.succeeded() || !run.errors().isEmpty()) {
                return run;
            }
        }
        return run;
    }

    private ConfigurationException failure(MavenRun run) {
        String said = run.errors().isEmpty()
                ? "It gave no reason."
                : "It says: "
                        + String.join(
                                " ",
                                run.errors().subList(0, Math.min(3, run.errors().size())));
        String cure;
        if (run.mentions(RUNTIME)) {
            cure =
                    "Build autogen once with its launcher, which installs autogen-runtime, or add the repository that has"
                            + " it.";
        } else {
            cure = "Make mvn dependency:list succeed there, or name the jars that the entities need with"
                    + " --classpath.";
        }
        return new ConfigurationException(
                "Maven cannot resolve the class path of " + reactor.project() + ". " + said + " " + cure);
    }

    private static List<Path> readOutputs(Path outputs) {
        try (Stream<Path> files = Files.list(outputs)) {
            Set<Path> entries = new LinkedHashSet<>();
            for (Path file : files.sorted(Comparator.comparing(Path::toString)).toList()) {
                Files.readString(file)
                        .lines()
                        .map(DEPENDENCY::matcher)
                        .filter(line -> line.matches() && !line.group("scope").equals("test"))
                        .forEach(line -> entries.add(Path.of(line.group("path"))));
            }
            return List.copyOf(entries);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "What Maven says about the class path cannot be read: " + e.getMessage()
                            + ". Name the jars that the entities need with --classpath.",
                    e);
        }
    }
}
