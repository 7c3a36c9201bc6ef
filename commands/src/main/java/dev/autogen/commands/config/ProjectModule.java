package dev.autogen.commands.config;

import java.nio.file.Path;
import java.util.List;

/**
 * One module of a project, or the whole of a project that has no modules. Only what exists is listed.
 *
 * @param directory the module's own directory
 * @param sourceRoots where its Java sources begin
 * @param classDirectories where its build puts compiled classes
 * @param resources its resource directories
 */
public record ProjectModule(Path directory, List<Path> sourceRoots, List<Path> classDirectories, List<Path> resources) {

    public ProjectModule {
        sourceRoots = List.copyOf(sourceRoots);
        classDirectories = List.copyOf(classDirectories);
        resources = List.copyOf(resources);
    }

    boolean isEmpty() {
        return sourceRoots.isEmpty() && classDirectories.isEmpty() && resources.isEmpty();
    }
}
