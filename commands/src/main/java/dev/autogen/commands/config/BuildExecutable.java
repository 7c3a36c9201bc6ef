package dev.autogen.commands.config;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the programs that may build a project: its own wrapper first, then the installed one.
 *
 * @param name the installed program, such as {@code mvn}
 * @param wrapper the one that a project brings along, such as {@code mvnw}
 * @param windowsSuffix what both end in on Windows
 * @param homes variables that name a directory with the program in its {@code bin}
 */
record BuildExecutable(
        Surroundings surroundings, String name, String wrapper, String windowsSuffix, List<String> homes) {

    static BuildExecutable maven(Surroundings surroundings) {
        return new BuildExecutable(surroundings, "mvn", "mvnw", ".cmd", List.of("MAVEN_HOME", "M2_HOME"));
    }

    static BuildExecutable gradle(Surroundings surroundings) {
        return new BuildExecutable(surroundings, "gradle", "gradlew", ".bat", List.of("GRADLE_HOME"));
    }

    /**
     * The commands to try, the best first; none when there is no such program.
     *
     * @param directories where a wrapper may be, the best first
     */
    List<List<String>> commandsFor(List<Path> directories) {
        List<List<String>> commands = new ArrayList<>();
        directories.stream()
                .map(directory -> directory.resolve(file(wrapper)))
                .filter(Files::isRegularFile)
                .findFirst()
                .ifPresent(found -> {
                    boolean runs = surroundings.isWindows() || Files.isExecutable(found);
                    commands.add(runs ? List.of(found.toString()) : List.of("sh", found.toString()));
                });
        installed().ifPresent(found -> commands.add(List.of(found.toString())));
        return commands;
    }

    private Optional<Path> installed() {
        List<Path> directories = new ArrayList<>();
        for (String home : homes) {
            surroundings.variable(home).ifPresent(path -> directories.add(Path.of(path, "bin")));
        }
        surroundings.variable("PATH").or(() -> surroundings.variable("Path")).ifPresent(path -> {
            for (String directory : path.split(File.pathSeparator)) {
                if (!directory.isBlank()) {
                    directories.add(Path.of(directory));
                }
            }
        });
        return directories.stream()
                .map(directory -> directory.resolve(file(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private String file(String program) {
        return surroundings.isWindows() ? program + windowsSuffix : program;
    }
}
