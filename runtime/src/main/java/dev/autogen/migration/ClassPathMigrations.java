package dev.autogen.migration;

import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.run.LoadedMigration;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the compiled migrations of a package on a class path: directories, jars, and the jars within jars of executable
 * archives. Class files are read; only those that carry {@link Revision} are loaded.
 *
 * <p>The whole class path is looked through and not the loader alone: the URLs by which Spring Boot's loader names jars
 * within jars since 3.2 ({@code jar:nested:}) are only understood by way of the class path. What the loader does not see
 * is passed over.
 */
final class ClassPathMigrations {
    private ClassPathMigrations() {}

    /**
     * The migrations of packages and those below them, by class name.
     *
     * @param loader sees the classes
     * @throws RevisionException if a package has none: one that is spelled wrongly must not look like an empty history
     * @throws InvalidMigrationException if one cannot be made
     */
    static List<LoadedMigration> in(ClassLoader loader, String... packages) {
        SortedMap<String, LoadedMigration> found = new TreeMap<>();
        for (String packageName : packages) {
            SortedMap<String, LoadedMigration> inPackage = in(loader, packageName);
            if (inPackage.isEmpty()) {
                throw new RevisionException("No class in the package " + packageName + " or below carries @"
                        + Revision.class.getSimpleName() + ", so there is no migration to run. Correct the name of the"
                        + " package, or see that the module with the migrations is part of the application.");
            }
            found.putAll(inPackage);
        }
        return List.copyOf(found.values());
    }

    private static SortedMap<String, LoadedMigration> in(ClassLoader loader, String packageName) {
        try (ScanResult scan = new ClassGraph()
                .addClassLoader(loader)
                .acceptPackages(packageName)
                .ignoreClassVisibility()
                .enableAnnotationInfo()
                .scan()) {
            SortedMap<String, LoadedMigration> found = new TreeMap<>();
            for (String name :
                    scan.getClassesWithAnnotation(Revision.class.getName()).getNames()) {
                load(name, loader).map(AnnotatedMigration::of).ifPresent(migration -> found.put(name, migration));
            }
            return found;
        }
    }

    private static Optional<Class<?>> load(String name, ClassLoader loader) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (LinkageError e) {
            throw new InvalidMigrationException(
                    "Migration " + name + " cannot be loaded: " + e
                            + ". Whatever it needs has to be on the application's class path.",
                    e);
        }
    }
}
