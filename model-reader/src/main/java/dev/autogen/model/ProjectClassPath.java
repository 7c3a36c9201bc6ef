package dev.autogen.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/** Decides which Hibernate reads the entities, and in which order everything lies on the class path beside it. */
final class ProjectClassPath {

    private static final String HIBERNATE = "org/hibernate/boot/MetadataSources.class";
    private static final String SPRING_BOOT = "org/springframework/boot/SpringApplication.class";
    private static final String PERSISTENCE = "jakarta/persistence/Entity.class";

    private static final List<String> MARKERS = List.of(HIBERNATE, SPRING_BOOT, PERSISTENCE);

    private final EntitySources sources;
    private final Set<String> found;

    ProjectClassPath(EntitySources sources) {
        this.sources = sources;
        this.found = sources.classPath().parallelStream()
                .flatMap(entry -> markersIn(entry).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What entity sources are compiled against. */
    List<Path> forCompiling(List<Path> classDirectories) {
        List<Path> entries = new ArrayList<>(sources.hibernateClassPath());
        entries.addAll(sources.classPath());
        entries.addAll(sources.jars());
        entries.addAll(classDirectories);
        if (!found.contains(PERSISTENCE)) {
            entries.addAll(BundledHibernate.classPath());
        }
        return entries.stream().distinct().toList();
    }

    /** What the mapping is read with: bridge, a Hibernate, entities and what they need. */
    List<Path> forReading(List<Path> classDirectories, List<Path> jarsOfUnits) {
        List<Path> entries = new ArrayList<>();
        entries.add(BundledHibernate.bridge());
        if (!sources.hibernateClassPath().isEmpty()) {
            entries.addAll(sources.hibernateClassPath());
        } else if (!found.contains(HIBERNATE)) {
            entries.addAll(BundledHibernate.classPath());
        }
        entries.addAll(classDirectories);
        entries.addAll(sources.jars());
        entries.addAll(jarsOfUnits);
        entries.addAll(sources.classPath());
        return entries.stream().distinct().toList();
    }

    /** Whether the application is one of Spring Boot. */
    boolean hasSpringBoot() {
        return found.contains(SPRING_BOOT);
    }

    /** {@code spring} where Spring Boot is there and nothing else was asked for. */
    String naming() {
        return sources.naming().orElse(hasSpringBoot() ? "spring" : "jpa");
    }

    private static List<String> markersIn(Path entry) {
        if (Files.isDirectory(entry)) {
            return MARKERS.stream()
                    .filter(marker -> Files.isRegularFile(entry.resolve(marker)))
                    .toList();
        }
        if (!Files.isRegularFile(entry)) {
            return List.of();
        }
        try (ZipFile jar = new ZipFile(entry.toFile())) {
            return MARKERS.stream()
                    .filter(marker -> jar.getEntry(marker) != null)
                    .toList();
        } catch (IOException e) {
            // Not an archive, which a class path may hold and Java ignores as well.
            return List.of();
        }
    }
}
