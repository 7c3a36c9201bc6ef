package dev.autogen.commands.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where migrations are, and how they run.
 *
 * @param sourceRoots source roots that hold migrations, absolute; a new one goes into the first
 * @param packages packages of migrations; a new one goes into the first
 * @param versionTable the name of the version table
 * @param versionSchema the schema of autogen's own tables; empty for the default schema
 * @param lockTimeout how long a statement waits for a lock; zero for no bound
 */
public record MigrationSettings(
        List<Path> sourceRoots,
        List<String> packages,
        String versionTable,
        Optional<String> versionSchema,
        Duration lockTimeout) {

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
