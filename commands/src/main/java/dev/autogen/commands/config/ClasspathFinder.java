package dev.autogen.commands.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds what a project's entities need to compile and load, by asking the project's own build tool. The answer is kept
 * under the project's {@code .autogen/classpath.txt} until its build files change.
 */
public final class ClasspathFinder {

    private final ProjectLayout layout;
    private final Surroundings surroundings;
    private final Consumer<String> progress;

    /**
     * @param progress told in a sentence about what takes long
     */
    public ClasspathFinder(ProjectLayout layout, Surroundings surroundings, Consumer<String> progress) {
        this.layout = layout;
        this.surroundings = surroundings;
        this.progress = progress;
    }

    /**
     * The project's class path without its own classes: jars, and class directories of sibling modules. Empty for a
     * project without a build file.
     *
     * @throws ConfigurationException when the build tool is missing, or cannot resolve the class path
     */
    public List<Path> find() {
        return switch (layout.tool()) {
            case MAVEN -> maven();
            case GRADLE -> gradle();
            case NONE -> List.of();
        };
    }

    private List<Path> maven() {
        MavenReactor reactor = MavenReactor.of(layout.directory());
        Set<Path> contents = new LinkedHashSet<>(reactor.poms());
        contents.add(reactor.root().resolve(".mvn").resolve("maven.config"));
        Set<Path> timestamps = new LinkedHashSet<>();
        surroundings.home().ifPresent(home -> timestamps.add(home.resolve(".m2").resolve("settings.xml")));
        return cached(
                "Maven",
                ClasspathCache.of(layout.directory(), contents, timestamps),
                () -> new MavenClasspath(reactor, surroundings).resolve(),
                reactor.isAggregator());
    }

    private List<Path> gradle() {
        GradleBuild build = GradleBuild.of(layout.directory());
        Set<Path> timestamps = new LinkedHashSet<>();
        surroundings
                .home()
                .ifPresent(home -> timestamps.add(home.resolve(".gradle").resolve("gradle.properties")));
        return cached(
                "Gradle",
                ClasspathCache.of(layout.directory(), build.files(), timestamps),
                () -> new GradleClasspath(build, surroundings).resolve(),
                build.root().equals(layout.directory()) && !build.included().isEmpty());
    }

    private List<Path> cached(
            String tool, ClasspathCache cache, Supplier<List<Path>> question, boolean readsItsModules) {
        Optional<List<Path>> cached = cache.read();
        if (cached.isPresent()) {
            return cached.get();
        }
        progress.accept("Asking " + tool + " for the class path of " + layout.directory());
        List<Path> entries = question.get();
        List<Path> missing =
                entries.stream().filter(entry -> !Files.exists(entry)).toList();
        if (missing.isEmpty()) {
            cache.write(entries);
            return entries;
        }
        if (!readsItsModules) {
            progress.accept("Not on the class path, since not compiled yet: "
                    + missing.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        return entries.stream().filter(Files::exists).toList();
    }
}
