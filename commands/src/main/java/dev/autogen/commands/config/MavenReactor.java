package dev.autogen.commands.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Maven project among the poms it is built with.
 *
 * @param project the project directory
 * @param root the topmost directory whose modules lead to it; the project itself when there is none
 */
record MavenReactor(Path project, Path root) {

    static MavenReactor of(Path project) {
        Path root = project;
        for (Path parent = root.getParent(); parent != null && lists(parent, root); parent = root.getParent()) {
            root = parent;
        }
        return new MavenReactor(project, root);
    }

    boolean isAggregator() {
        return !PomFile.read(project.resolve("pom.xml")).moduleDirectories().isEmpty();
    }

    /** True when the project is a module of another. */
    boolean isModule() {
        return !root.equals(project);
    }

    /** The project's directory and those above it that hold poms, the nearest first. */
    List<Path> directories() {
        List<Path> directories = new ArrayList<>();
        for (Path directory = project;
                directory != null && Files.isRegularFile(directory.resolve("pom.xml"));
                directory = directory.getParent()) {
            directories.add(directory);
        }
        return directories;
    }

    /** The poms that may decide on dependencies: parents, modules, siblings. */
    Set<Path> poms() {
        Set<Path> poms = new LinkedHashSet<>();
        addWithParents(project.resolve("pom.xml"), poms);
        addWithModules(root, poms);
        return poms;
    }

    private static boolean lists(Path parent, Path module) {
        Path pom = parent.resolve("pom.xml");
        return Files.isRegularFile(pom) && PomFile.read(pom).moduleDirectories().contains(module);
    }

    private static void addWithParents(Path pom, Set<Path> poms) {
        Optional<Path> next = Optional.of(pom);
        while (next.isPresent() && poms.add(next.get())) {
            next = PomFile.read(next.get()).parent();
        }
    }

    private static void addWithModules(Path directory, Set<Path> poms) {
        Path pom = directory.resolve("pom.xml");
        poms.add(pom);
        for (Path module : PomFile.read(pom).moduleDirectories()) {
            if (!poms.contains(module.resolve("pom.xml"))) {
                addWithModules(module, poms);
            }
        }
    }
}
