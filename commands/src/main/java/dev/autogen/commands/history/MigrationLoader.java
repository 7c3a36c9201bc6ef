package dev.autogen.commands.history;

import dev.autogen.migration.Migration;
import dev.autogen.migration.run.LoadedMigration;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Makes migrations from their sources. */
public final class MigrationLoader {
    private final MigrationCompiler compiler;

    /**
     * @param project the project's directory, which keeps what was compiled
     * @param projectClassPath what else the migrations may need; may be called more than once
     */
    public MigrationLoader(Path project, Supplier<List<Path>> projectClassPath) {
        this.compiler = new MigrationCompiler(new ClassCache(project), projectClassPath);
    }

    /**
     * Compiles and loads all migrations of a folder.
     *
     * @throws MigrationException if a file does not compile, or a class is no migration
     */
    public List<LoadedMigration> load(MigrationFolder folder) {
        if (folder.files().isEmpty()) {
            return List.of();
        }
        MigrationCompiler.Compiled compiled = compiler.compile(folder.sources());
        return instances(folder, compiled.classes(), compiled.classPath());
    }

    /** The migrations of a folder, of which all are compiled as soon as one is asked what it does. */
    public List<LoadedMigration> whenNeeded(MigrationFolder folder) {
        Map<String, Migration> made = new HashMap<>();
        return folder.files().stream()
                .map(file -> LoadedMigration.whenNeeded(
                        file.info(), () -> made(folder, made).get(file.info().id())))
                .toList();
    }

    private Map<String, Migration> made(MigrationFolder folder, Map<String, Migration> made) {
        synchronized (made) {
            if (made.isEmpty()) {
                load(folder).forEach(loaded -> made.put(loaded.info().id(), loaded.migration()));
            }
            return made;
        }
    }

    private static List<LoadedMigration> instances(
            MigrationFolder folder, Map<String, byte[]> classes, List<Path> classPath) {
        ClassLoader loader = new ApiFirstLoader(classes, folder.resources(), urls(classPath));
        List<LoadedMigration> loaded = new ArrayList<>();
        for (MigrationFile file : folder.files()) {
            loaded.add(new LoadedMigration(file.info(), instance(file, loader)));
        }
        return loaded;
    }

    private static Migration instance(MigrationFile file, ClassLoader loader) {
        Object instance;
        try {
            instance = Class.forName(file.className(), true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new MigrationException(
                    "Migration " + file.className() + " (" + file.path() + ") cannot be made: " + e
                            + ". It has to be a public class with a public constructor that takes nothing.",
                    e);
        }
        if (instance instanceof Migration migration) {
            return migration;
        }
        throw new MigrationException(
                file.className() + " (" + file.path() + ") carries @Revision but does not implement Migration.", null);
    }

    private static URL[] urls(List<Path> classPath) {
        return classPath.stream().map(ApiFirstLoader::url).toArray(URL[]::new);
    }
}
