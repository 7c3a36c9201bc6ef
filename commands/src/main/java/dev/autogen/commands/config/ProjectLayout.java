package dev.autogen.commands.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a project keeps its sources and classes: Maven's layout, Gradle's, or plain directories.
 *
 * @param directory the project directory
 * @param tool what builds it
 * @param modules the modules that hold something, in the build's order; the project itself where it has none
 */
public record ProjectLayout(Path directory, BuildTool tool, List<ProjectModule> modules) {

    /** Maven's and Gradle's convention. */
    static final Path JAVA_SOURCES = Path.of("src/main/java");

    private static final List<Path> SOURCES = List.of(JAVA_SOURCES);
    private static final List<Path> RESOURCES = List.of(Path.of("src/main/resources"));
    private static final List<Path> PLAIN_SOURCES = List.of(JAVA_SOURCES, Path.of("src"));
    private static final List<Path> MAVEN_CLASSES = List.of(Path.of("target/classes"));
    private static final List<Path> GRADLE_CLASSES = List.of(
            Path.of("build/classes/java/main"),
            Path.of("build/classes/kotlin/main"),
            Path.of("build/classes/groovy/main"));
    private static final List<Path> PLAIN_CLASSES = Stream.of(
                    MAVEN_CLASSES,
                    GRADLE_CLASSES,
                    List.of(Path.of("out/production"), Path.of("bin"), Path.of("classes")))
            .flatMap(List::stream)
            .toList();

    public ProjectLayout {
        modules = List.copyOf(modules);
    }

    /**
     * Looks at the project directory.
     *
     * @throws ConfigurationException when its build file cannot be read
     */
    public static ProjectLayout of(Path directory) {
        BuildTool tool = BuildTool.of(directory);
        Set<ProjectModule> modules = new LinkedHashSet<>();
        switch (tool) {
            case MAVEN -> addMavenModules(directory, modules, new LinkedHashSet<>());
            case GRADLE -> addGradleModules(directory, modules);
            case NONE -> modules.add(plain(directory));
        }
        List<ProjectModule> filled =
                modules.stream().filter(module -> !module.isEmpty()).toList();
        return new ProjectLayout(
                directory,
                tool,
                filled.isEmpty() ? List.of(new ProjectModule(directory, List.of(), List.of(), List.of())) : filled);
    }

    /** The source roots of all modules. */
    public List<Path> sourceRoots() {
        return all(ProjectModule::sourceRoots);
    }

    /** The class directories of all modules. */
    public List<Path> classDirectories() {
        return all(ProjectModule::classDirectories);
    }

    /** True when the directory holds a Maven or Gradle build file. */
    public boolean hasBuildFile() {
        return tool != BuildTool.NONE;
    }

    /**
     * Where migrations are: in the source roots that have the package already, else in any, or where the first source
     * would be. A new one goes there if that is a single one.
     */
    MigrationSettings migrations(List<String> packages) {
        List<Path> roots = sourceRoots();
        if (roots.isEmpty()) {
            return new MigrationSettings(List.of(directory.resolve(JAVA_SOURCES)), packages);
        }
        List<Path> holders = roots.stream()
                .filter(root -> Files.isDirectory(root.resolve(packages.get(0).replace('.', '/'))))
                .toList();
        List<Path> candidates = holders.isEmpty() ? roots : holders;
        String undecided = candidates.size() == 1
                ? null
                : "The migrations could be in any of "
                        + candidates.stream()
                                .map(root -> directory.relativize(root).toString())
                                .collect(Collectors.joining(", "))
                        + " of " + directory
                        + ". Name the source root with --migrations, or the module with --project.";
        return new MigrationSettings(candidates, packages, undecided);
    }

    private List<Path> all(Function<ProjectModule, List<Path>> part) {
        return modules.stream().map(part).flatMap(List::stream).toList();
    }

    private static void addMavenModules(Path directory, Set<ProjectModule> modules, Set<Path> visited) {
        if (!visited.add(directory)) {
            return;
        }
        PomFile pom = PomFile.read(directory.resolve("pom.xml"));
        List<Path> sources = pom.sourceDirectory().map(List::of).orElse(SOURCES);
        modules.add(module(directory, sources, MAVEN_CLASSES));
        pom.moduleDirectories().forEach(each -> addMavenModules(each, modules, visited));
    }

    private static void addGradleModules(Path directory, Set<ProjectModule> modules) {
        modules.add(module(directory, SOURCES, GRADLE_CLASSES));
        GradleBuild build = GradleBuild.of(directory);
        if (build.root().equals(directory)) {
            build.included().forEach(each -> modules.add(module(each, SOURCES, GRADLE_CLASSES)));
        }
    }

    private static ProjectModule plain(Path directory) {
        List<Path> sources = PLAIN_SOURCES.stream()
                .filter(source -> Files.isDirectory(directory.resolve(source)))
                .limit(1)
                .toList();
        return module(directory, sources, PLAIN_CLASSES);
    }

    private static ProjectModule module(Path directory, List<Path> sources, List<Path> classes) {
        return new ProjectModule(
                directory, existing(directory, sources), existing(directory, classes), existing(directory, RESOURCES));
    }

    private static List<Path> existing(Path directory, List<Path> paths) {
        return paths.stream()
                .map(directory::resolve)
                .map(Path::normalize)
                .filter(Files::isDirectory)
                .toList();
    }
}
