package dev.autogen.commands.history;

import static java.util.Comparator.comparing;

import dev.autogen.commands.config.MigrationSettings;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All migrations of a project, as far as their headers tell; nothing is compiled.
 *
 * @param files the migrations, by path
 * @param sources every Java file of the migrations' packages: migrations may share code
 * @param resources directories below which, by package, other files of the migrations are
 */
public record MigrationFolder(List<MigrationFile> files, List<Path> sources, List<Path> resources) {

    public MigrationFolder {
        files = List.copyOf(files);
        sources = List.copyOf(sources);
        resources = List.copyOf(resources);
    }

    /**
     * Looks through the migrations' packages and those below. A package that does not exist holds nothing.
     *
     * @throws dev.autogen.migration.revision.RevisionException if a header makes no sense
     */
    public static MigrationFolder read(MigrationSettings settings) {
        Set<Path> sources = new LinkedHashSet<>();
        for (Path root : settings.sourceRoots()) {
            for (String packageName : settings.packages()) {
                sources.addAll(javaFiles(root.resolve(packageName.replace('.', '/'))));
            }
        }
        List<MigrationFile> files = new ArrayList<>();
        sources.forEach(source -> MigrationHeader.read(source).ifPresent(files::add));
        files.sort(comparing(MigrationFile::path));
        requireDistinct(files);
        return new MigrationFolder(files, List.copyOf(sources), resources(settings.sourceRoots()));
    }

    /** The graph would say so, too, but it does not know where in the project the files are. */
    private static void requireDistinct(List<MigrationFile> files) {
        Map<String, Path> byId = new HashMap<>();
        for (MigrationFile file : files) {
            Path twin = byId.put(file.info().id(), file.path());
            if (twin != null) {
                throw new RevisionException(
                        "Two migrations have the revision id " + file.info().id() + ": " + twin + " and " + file.path()
                                + ". Give one of them an id of its own, or delete the copy.");
            }
        }
    }

    /** Beside the sources, or where Maven and Gradle take what an application ships: {@code resources} beside {@code java}. */
    private static List<Path> resources(List<Path> sourceRoots) {
        return sourceRoots.stream()
                .flatMap(root -> Stream.of(root, root.resolveSibling("resources")))
                .distinct()
                .toList();
    }

    private static List<Path> javaFiles(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(MigrationFolder::isSource).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Editors leave backups such as {@code .#M1.java} beside the files they edit. */
    private static boolean isSource(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(".java") && !name.startsWith(".") && !name.endsWith("-info.java");
    }

    /** The history that the headers tell. */
    public RevisionGraph graph() {
        return RevisionGraph.of(files.stream().map(MigrationFile::info).toList());
    }

    /** The file of a revision. */
    public Optional<MigrationFile> find(RevisionInfo revision) {
        return files.stream()
                .filter(file -> file.info().id().equals(revision.id()))
                .findFirst();
    }
}
