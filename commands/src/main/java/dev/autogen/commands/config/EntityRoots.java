package dev.autogen.commands.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sorts what {@code --entities} names into source roots, class directories and jars. */
record EntityRoots(List<Path> sourceRoots, List<Path> classDirectories, List<Path> jars) {

    static EntityRoots of(List<Path> paths, Origin origin) {
        EntityRoots roots = new EntityRoots(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Path path : paths) {
            if (Files.isRegularFile(path) && path.getFileName().toString().endsWith(".jar")) {
                roots.jars.add(path);
            } else if (holds(path, ".java")) {
                roots.sourceRoots.add(path);
            } else if (holds(path, ".class")) {
                roots.classDirectories.add(path);
            } else {
                throw new ConfigurationException("No entities are found: " + path + " (" + origin
                        + ") is no jar and holds neither .java nor .class files. Name source roots, class directories"
                        + " or jars.");
            }
        }
        return roots;
    }

    private static boolean holds(Path directory, String extension) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(extension));
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigurationException(
                    directory + " cannot be searched for entities: " + e.getMessage() + ". Make it readable.", e);
        }
    }
}
