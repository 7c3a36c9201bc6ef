package dev.autogen.commands.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Gradle project and the build that it is a part of.
 *
 * @param project the project directory
 * @param root the nearest directory, from the project's upwards, that holds settings; the project's own without any
 */
record GradleBuild(Path project, Path root) {
    private static final List<String> SETTINGS = List.of("settings.gradle", "settings.gradle.kts");
    private static final Pattern INCLUDE =
            Pattern.compile("(?m)^\\s*include\\b\\s*\\(?([^)\\n]*(?:,\\s*\\n[^)\\n]*)*)");
    private static final Pattern INCLUDE_BUILD = Pattern.compile("\\bincludeBuild\\b\\s*\\(?([^)\\n]*)");
    private static final Pattern QUOTED = Pattern.compile("[\"']([^\"']+)[\"']");
    private static final Pattern DECIDES =
            Pattern.compile(".*\\.(gradle|gradle\\.kts|versions\\.toml|lockfile)|gradle\\.properties");
    private static final Pattern CODE = Pattern.compile(".*\\.(gradle|kts|kt|java|groovy|toml|properties)");

    static GradleBuild of(Path project) {
        for (Path directory = project; directory != null; directory = directory.getParent()) {
            if (SETTINGS.stream().map(directory::resolve).anyMatch(Files::isRegularFile)) {
                return new GradleBuild(project, directory);
            }
        }
        return new GradleBuild(project, project);
    }

    /** The project's directory and those above it up to the root, the nearest first. */
    List<Path> directories() {
        List<Path> directories = new ArrayList<>();
        for (Path directory = project; !directory.equals(root); directory = directory.getParent()) {
            directories.add(directory);
        }
        directories.add(root);
        return directories;
    }

    /** The directories of the projects that the root's settings include, by Gradle's own convention. */
    List<Path> included() {
        return named(INCLUDE, true);
    }

    /** The files that may decide on dependencies: build scripts, catalogs of versions, plugins that the build makes. */
    Set<Path> files() {
        Set<Path> files = new LinkedHashSet<>();
        Set<Path> directories = new LinkedHashSet<>(directories());
        directories.addAll(included());
        directories.forEach(directory -> add(directory, 1, DECIDES, files));
        add(root.resolve("gradle"), 2, Pattern.compile(".*\\.(toml|properties|gradle|kts)"), files);
        add(root.resolve("buildSrc"), Integer.MAX_VALUE, CODE, files);
        named(INCLUDE_BUILD, false).forEach(build -> add(build, Integer.MAX_VALUE, CODE, files));
        return files;
    }

    private List<Path> named(Pattern statement, boolean projects) {
        Set<Path> directories = new LinkedHashSet<>();
        for (String name : SETTINGS) {
            Path settings = root.resolve(name);
            if (Files.isRegularFile(settings)) {
                Matcher statements =
                        statement.matcher(TextFile.in(root, settings).read());
                while (statements.find()) {
                    Matcher quoted = QUOTED.matcher(statements.group(1));
                    while (quoted.find()) {
                        String path = quoted.group(1);
                        directories.add(root.resolve(
                                        projects ? path.replaceFirst("^:", "").replace(':', '/') : path)
                                .normalize());
                    }
                }
            }
        }
        return List.copyOf(directories);
    }

    private static void add(Path directory, int depth, Pattern names, Set<Path> files) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> found = Files.walk(directory, depth)) {
            found.filter(Files::isRegularFile)
                    .filter(file -> names.matcher(file.getFileName().toString()).matches())
                    .filter(file -> !directory.relativize(file).startsWith("build"))
                    .sorted()
                    .forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
