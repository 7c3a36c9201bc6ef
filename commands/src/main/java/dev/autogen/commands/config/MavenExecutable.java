package dev.autogen.commands.config;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the Mavens that may build a project: its own wrapper first, then the installed one. */
record MavenExecutable(Surroundings surroundings) {

    /** The commands to try, the best first; none when there is no Maven. */
    List<List<String>> commandsFor(Path project) {
        List<List<String>> commands = new ArrayList<>();
        wrapper(project).ifPresent(commands::add);
        installed().ifPresent(maven -> commands.add(List.of(maven.toString())));
        return commands;
    }

    private Optional<List<String>> wrapper(Path project) {
        String name = surroundings.isWindows() ? "mvnw.cmd" : "mvnw";
        for (Path directory = project;
                directory != null && Files.isRegularFile(directory.resolve("pom.xml"));
                directory = directory.getParent()) {
            Path wrapper = directory.resolve(name);
            if (Files.isRegularFile(wrapper)) {
                boolean runs = surroundings.isWindows() || Files.isExecutable(wrapper);
                return Optional.of(runs ? List.of(wrapper.toString()) : List.of("sh", wrapper.toString()));
            }
        }
        return Optional.empty();
    }

    private Optional<Path> installed() {
        String name = surroundings.isWindows() ? "mvn.cmd" : "mvn";
        List<Path> directories = new ArrayList<>();
        for (String home : List.of("MAVEN_HOME", "M2_HOME")) {
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
                .map(directory -> directory.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
