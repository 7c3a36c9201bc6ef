package dev.autogen.commands.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Where migrations are.
 *
 * @param sourceRoots source roots that hold migrations, absolute; a new one goes into the first
 * @param packages packages of migrations; a new one goes into the first
 */
public record MigrationSettings(List<Path> sourceRoots, List<String> packages) {

    public MigrationSettings {
        sourceRoots = List.copyOf(sourceRoots);
        packages = List.copyOf(packages);
    }

    /** The source root that a new migration goes into. */
    public Path sourceRoot() {
        return sourceRoots.get(0);
    }

    /** The package that a new migration goes into. */
    public String packageName() {
        return packages.get(0);
    }
}
