package dev.autogen.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Class files that a build left behind, and whether they are what the sources say now. */
final class CompiledClasses {

    /** A source root and where Maven and Gradle put its classes, from the project's directory. */
    private record Layout(Path sourceRoot, List<Path> classDirectories) {}

    private static final List<Layout> LAYOUTS = List.of(
            new Layout(
                    Path.of("src", "main", "java"),
                    List.of(
                            Path.of("target", "classes"),
                            Path.of("build", "classes", "java", "main"),
                            Path.of("build", "classes", "kotlin", "main"),
                            Path.of("build", "classes", "groovy", "main"))),
            new Layout(
                    Path.of("src", "test", "java"),
                    List.of(Path.of("target", "test-classes"), Path.of("build", "classes", "java", "test"))));

    private final SourceFiles files;
    private final List<Path> directories;

    CompiledClasses(EntitySources sources, SourceFiles files) {
        this.files = files;
        Set<Path> found = new LinkedHashSet<>(sources.classDirectories());
        sources.sourceRoots().forEach(root -> conventional(root).forEach(found::add));
        this.directories = List.copyOf(found);
    }

    private static Stream<Path> conventional(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        return LAYOUTS.stream()
                .filter(layout -> absolute.endsWith(layout.sourceRoot()))
                .flatMap(layout -> layout.classDirectories().stream()
                        .map(directory -> absolute.getRoot()
                                .resolve(absolute.subpath(
                                        0,
                                        absolute.getNameCount()
                                                - layout.sourceRoot().getNameCount()))
                                .resolve(directory)))
                .filter(Files::isDirectory);
    }

    /** Directories given, and those where the build tools put the classes of the source roots. */
    List<Path> directories() {
        return directories;
    }

    /** Whether every source file has a class file that is not older. */
    boolean areFresh() {
        return files.roots().stream()
                .allMatch(root -> files.all().stream()
                        .filter(file -> file.startsWith(root))
                        .allMatch(file -> isFresh(root, file)));
    }

    private boolean isFresh(Path root, Path file) {
        String source = root.relativize(file).toString();
        if (source.endsWith("package-info.java")) {
            return true;
        }
        String classFile = source.substring(0, source.length() - ".java".length()) + ".class";
        try {
            for (Path directory : directories) {
                Path compiled = directory.resolve(classFile);
                if (Files.isRegularFile(compiled)) {
                    return Files.getLastModifiedTime(compiled).compareTo(Files.getLastModifiedTime(file)) >= 0;
                }
            }
        } catch (IOException e) {
            throw Failures.unreadable(file, e);
        }
        return false;
    }

    /** The managed types of all directories. */
    List<ManagedType> scan() {
        return directories.stream()
                .flatMap(directory -> scan(directory).stream())
                .toList();
    }

    /** The managed types of a directory, without what is left of sources that are gone. */
    List<ManagedType> scan(Path directory) {
        return ClassScanner.scan(directory).stream()
                .filter(type -> files.all().isEmpty() || !isLeftOver(type))
                .toList();
    }

    /** Only Java keeps a class where its name says; classes of other languages are taken as they are. */
    private boolean isLeftOver(ManagedType type) {
        return !type.foreign() && files.fileOf(type.className()).isEmpty();
    }
}
