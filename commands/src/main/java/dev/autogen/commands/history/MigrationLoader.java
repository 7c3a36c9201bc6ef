package dev.autogen.commands.history;

import static java.util.stream.Collectors.joining;

import dev.autogen.migration.Migration;
import dev.autogen.migration.run.LoadedMigration;
import dev.autogen.model.compile.Compilation;
import dev.autogen.model.compile.Diagnostic;
import dev.autogen.model.compile.SourceCompiler;
import dev.autogen.schema.Catalog;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * Compiles migrations in memory and makes them. The project's class path is asked for only when they need more than the
 * JDK and autogen's migration API, which few do.
 */
public final class MigrationLoader {
    private static final int SHOWN_ERRORS = 5;

    private final Supplier<List<Path>> projectClassPath;

    /**
     * @param projectClassPath what else the migrations may need; called at most once a {@link #load}
     */
    public MigrationLoader(Supplier<List<Path>> projectClassPath) {
        this.projectClassPath = projectClassPath;
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
        List<Path> api = api();
        Compilation compilation = SourceCompiler.against(api).compile(folder.sources());
        List<Path> project = List.of();
        if (!compilation.succeeded()) {
            project = projectClassPath.get();
            List<Path> classPath = new ArrayList<>(api);
            classPath.addAll(project);
            compilation = SourceCompiler.against(classPath).compile(folder.sources());
        }
        if (!compilation.succeeded()) {
            throw doesNotCompile(compilation.errors());
        }
        return instances(folder, compilation.classes(), project);
    }

    private static List<LoadedMigration> instances(
            MigrationFolder folder, Map<String, byte[]> classes, List<Path> classPath) {
        ClassLoader loader = new ApiFirstLoader(classes, urls(classPath));
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

    private static MigrationException doesNotCompile(List<Diagnostic> errors) {
        String shown =
                errors.stream().limit(SHOWN_ERRORS).map(error -> "\n  " + error).collect(joining());
        return new MigrationException(
                "The migrations do not compile:" + shown
                        + (errors.size() > SHOWN_ERRORS ? "\n  and " + (errors.size() - SHOWN_ERRORS) + " more" : "")
                        + "\nCorrect them; `autogen history` and `autogen heads` work meanwhile.",
                null);
    }

    /** Where this process itself has what migrations compile against. */
    private static List<Path> api() {
        return List.of(location(Migration.class), location(Catalog.class), location(Logger.class));
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no file holds " + type, e);
        }
    }

    private static URL[] urls(List<Path> classPath) {
        URL[] urls = new URL[classPath.size()];
        for (int i = 0; i < urls.length; i++) {
            try {
                urls[i] = classPath.get(i).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException("no URL for " + classPath.get(i), e);
            }
        }
        return urls;
    }
}
