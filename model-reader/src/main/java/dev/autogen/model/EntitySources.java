package dev.autogen.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where a project's entities are, and how they are to be read. Made with {@link #builder()}; everything but a place to
 * look in has a default.
 *
 * @param sourceRoots directories of Java sources; compiled in memory unless fresh classes of them are found
 * @param classDirectories directories of compiled entities
 * @param jars archives that hold entities
 * @param classPath what the entities need, Hibernate among it if the project uses it
 * @param hibernateClassPath a Hibernate to be used instead of the project's own; empty for the project's own or, where
 *     it has none, the bundled one
 * @param mappingFiles {@code orm.xml} files beside the {@code META-INF/orm.xml} of the places above
 * @param packages only entities in these packages and below; empty for all
 * @param includeClasses only entities whose class name matches one of these as a whole; empty for all
 * @param excludeClasses no entity whose class name matches one of these as a whole
 * @param naming {@code jpa}, {@code spring} or the class name of a naming strategy; empty to use {@code spring} where
 *     Spring Boot is on the class path
 * @param settings Hibernate settings
 * @param services implementation class names by the Hibernate service they offer
 * @param defaultSchema the schema whose objects have no schema in the catalog
 * @param postgresMajor the PostgreSQL release to read the types for
 */
public record EntitySources(
        List<Path> sourceRoots,
        List<Path> classDirectories,
        List<Path> jars,
        List<Path> classPath,
        List<Path> hibernateClassPath,
        List<Path> mappingFiles,
        List<String> packages,
        List<Pattern> includeClasses,
        List<Pattern> excludeClasses,
        Optional<String> naming,
        Map<String, String> settings,
        Map<String, String> services,
        String defaultSchema,
        int postgresMajor) {

    public EntitySources {
        sourceRoots = List.copyOf(sourceRoots);
        classDirectories = List.copyOf(classDirectories);
        jars = List.copyOf(jars);
        classPath = List.copyOf(classPath);
        hibernateClassPath = List.copyOf(hibernateClassPath);
        mappingFiles = List.copyOf(mappingFiles);
        packages = List.copyOf(packages);
        includeClasses = List.copyOf(includeClasses);
        excludeClasses = List.copyOf(excludeClasses);
        settings = Map.copyOf(settings);
        services = Map.copyOf(services);
    }

    /** Starts with nothing: default schema {@code public}, PostgreSQL 17. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether an entity of that class name is wanted. */
    boolean wants(String className) {
        return (packages.isEmpty() || packages.stream().anyMatch(name -> className.startsWith(name + ".")))
                && (includeClasses.isEmpty() || anyMatch(includeClasses, className))
                && !anyMatch(excludeClasses, className);
    }

    private static boolean anyMatch(List<Pattern> patterns, String className) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(className).matches());
    }

    /** Collects {@link EntitySources}. Lists add up over several calls. */
    public static final class Builder {
        private final List<Path> sourceRoots = new ArrayList<>();
        private final List<Path> classDirectories = new ArrayList<>();
        private final List<Path> jars = new ArrayList<>();
        private final List<Path> classPath = new ArrayList<>();
        private final List<Path> hibernateClassPath = new ArrayList<>();
        private final List<Path> mappingFiles = new ArrayList<>();
        private final List<String> packages = new ArrayList<>();
        private final List<Pattern> includeClasses = new ArrayList<>();
        private final List<Pattern> excludeClasses = new ArrayList<>();
        private final Map<String, String> settings = new TreeMap<>();
        private final Map<String, String> services = new TreeMap<>();
        private Optional<String> naming = Optional.empty();
        private String defaultSchema = "public";
        private int postgresMajor = 17;

        private Builder() {}

        public Builder sourceRoots(List<Path> roots) {
            sourceRoots.addAll(roots);
            return this;
        }

        public Builder classDirectories(List<Path> directories) {
            classDirectories.addAll(directories);
            return this;
        }

        public Builder jars(List<Path> archives) {
            jars.addAll(archives);
            return this;
        }

        public Builder classPath(List<Path> entries) {
            classPath.addAll(entries);
            return this;
        }

        public Builder hibernateClassPath(List<Path> entries) {
            hibernateClassPath.addAll(entries);
            return this;
        }

        public Builder mappingFiles(List<Path> files) {
            mappingFiles.addAll(files);
            return this;
        }

        public Builder packages(List<String> names) {
            packages.addAll(names);
            return this;
        }

        public Builder includeClasses(List<Pattern> patterns) {
            includeClasses.addAll(patterns);
            return this;
        }

        public Builder excludeClasses(List<Pattern> patterns) {
            excludeClasses.addAll(patterns);
            return this;
        }

        public Builder naming(String strategy) {
            naming = Optional.of(strategy);
            return this;
        }

        public Builder settings(Map<String, String> values) {
            settings.putAll(values);
            return this;
        }

        public Builder services(Map<String, String> implementations) {
            services.putAll(implementations);
            return this;
        }

        public Builder defaultSchema(String schema) {
            defaultSchema = schema;
            return this;
        }

        public Builder postgresMajor(int major) {
            postgresMajor = major;
            return this;
        }

        public EntitySources build() {
            return new EntitySources(
                    sourceRoots,
                    classDirectories,
                    jars,
                    classPath,
                    hibernateClassPath,
                    mappingFiles,
                    packages,
                    includeClasses,
                    excludeClasses,
                    naming,
                    settings,
                    services,
                    defaultSchema,
                    postgresMajor);
        }
    }
}
