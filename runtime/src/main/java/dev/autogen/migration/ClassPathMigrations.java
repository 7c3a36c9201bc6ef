package dev.autogen.migration;

import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.run.LoadedMigration;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import java.util.List;

/**
 * Finds the compiled migrations of a package on a class path: directories, jars, and the jars within jars of executable
 * archives. Class files are read; only those that carry {@link Revision} are loaded.
 */
final class ClassPathMigrations {
    private ClassPathMigrations() {}

    /**
     * The migrations of a package and those below.
     *
     * @param loader sees the classes
     * @throws RevisionException if there are none: a package that is spelled wrongly must not look like an empty history
     * @throws InvalidMigrationException if one cannot be made
     */
    static List<LoadedMigration> in(String packageName, ClassLoader loader) {
        try (ScanResult scan = new ClassGraph()
                .overrideClassLoaders(loader)
                .acceptPackages(packageName)
                .ignoreClassVisibility()
                .enableAnnotationInfo()
                .scan()) {
            List<LoadedMigration> found = scan.getClassesWithAnnotation(Revision.class.getName()).stream()
                    .map(ClassInfo::getName)
                    .sorted()
                    .map(name -> load(name, loader))
                    .toList();
            if (found.isEmpty()) {
                throw new RevisionException("No class in the package " + packageName + " or below carries @"
                        + Revision.class.getSimpleName() + ", so there is no migration to run. Correct the name of the"
                        + " package, or see that the module with the migrations is part of the application.");
            }
            return found;
        }
    }

    private static LoadedMigration load(String name, ClassLoader loader) {
        try {
            return AnnotatedMigration.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            throw new InvalidMigrationException(
                    "Migration " + name + " cannot be loaded: " + e
                            + ". Whatever it needs has to be on the application's class path.",
                    e);
        }
    }
}
