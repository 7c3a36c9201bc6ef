package dev.autogen.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/** Decides which Hibernate reads the entities, and in which order everything lies on the class path beside it. */
final class ProjectClassPath {

    private static final String HIBERNATE = "org/hibernate/boot/MetadataSources.class";
    private static final String SPRING_BOOT = "org/springframework/boot/SpringApplication.class";
    private static final String PERSISTENCE = "jakarta/persistence/Entity.class";

    private final EntitySources sources;

    ProjectClassPath(EntitySources sources) {
        this.sources = sources;
    }

    /** What entity sources are compiled against. */
    List<Path> forCompiling(List<Path> classDirectories) {
        List<Path> entries = new ArrayList<>(sources.hibernateClassPath());
        entries.addAll(sources.classPath());
        entries.addAll(sources.jars());
        entries.addAll(classDirectories);
        if (entries.stream().noneMatch(entry -> holds(entry, PERSISTENCE))) {
            entries.addAll(BundledHibernate.classPath());
        }
        return entries.stream().distinct().toList();
    }

    /** What the mapping is read with: bridge, a Hibernate, entities and what they need. */
    List<Path> forReading(List<Path> classDirectories) {
        List<Path> entries = new ArrayList<>();
        entries.add(BundledHibernate.bridge());
        if (!sources.hibernateClassPath().isEmpty()) {
            entries.addAll(sources.hibernateClassPath());
        } else if (sources.classPath().stream().noneMatch(entry -> holds(entry, HIBERNATE))) {
            entries.addAll(BundledHibernate.classPath());
        }
        entries.addAll(classDirectories);
        entries.addAll(sources.jars());
        entries.addAll(sources.classPath());
        return entries.stream().distinct().toList();
    }

    /** {@code spring} where Spring Boot is there and nothing else was asked for. */
    String naming() {
        return sources.naming()
                .orElseGet(() ->
                        sources.classPath().stream().anyMatch(entry -> holds(entry, SPRING_BOOT)) ? "spring" : "jpa");
    }

    private static boolean holds(Path entry, String resource) {
        if (Files.isDirectory(entry)) {
            return Files.isRegularFile(entry.resolve(resource));
        }
        if (!Files.isRegularFile(entry)) {
            return false;
        }
        try (ZipFile jar = new ZipFile(entry.toFile())) {
            return jar.getEntry(resource) != null;
        } catch (IOException e) {
            // Not an archive, which a class path may hold and Java ignores as well.
            return false;
        }
    }
}
