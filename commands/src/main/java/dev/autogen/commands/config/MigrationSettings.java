package dev.autogen.commands.config;

import static java.util.Comparator.comparing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where migrations are.
 *
 * @param sourceRoots source roots that hold migrations, absolute; a new one goes into the first
 * @param packages packages of migrations; a new one goes into the first
 * @param undecided why nobody can say into which of the source roots a new one goes; null where it is the first
 */
public record MigrationSettings(List<Path> sourceRoots, List<String> packages, String undecided) {

    public MigrationSettings {
        sourceRoots = List.copyOf(sourceRoots);
        packages = List.copyOf(packages);
    }

    /** Source roots of which the first is for new migrations. */
    public MigrationSettings(List<Path> sourceRoots, List<String> packages) {
        this(sourceRoots, packages, null);
    }

    /**
     * The source root that a new migration goes into.
     *
     * @throws ConfigurationException where several modules come into question
     */
    public Path sourceRoot() {
        if (undecided != null) {
            throw new ConfigurationException(undecided);
        }
        return sourceRoots.get(0);
    }

    /** The package that a new migration goes into. */
    public String packageName() {
        return packages.get(0);
    }

    /** The same places, where a new migration goes beside this one: into its source root and package, of those there are. */
    public MigrationSettings beside(Path migration) {
        List<Path> roots = new ArrayList<>(sourceRoots);
        roots.sort(comparing((Path root) -> migration.startsWith(root) ? -root.getNameCount() : 0));
        Path inRoot = migration.startsWith(roots.get(0)) ? roots.get(0).relativize(migration) : migration;
        List<String> nearest = new ArrayList<>(packages);
        nearest.sort(comparing(name -> {
            Path directory = Path.of(name.replace('.', '/'));
            return inRoot.startsWith(directory) ? -directory.getNameCount() : 0;
        }));
        return new MigrationSettings(roots, nearest);
    }
}
