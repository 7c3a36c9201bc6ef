package dev.autogen.commands.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which entities, and how Hibernate is to read them.
 *
 * @param sourceRoots where entity sources begin; given, or the project's
 * @param classDirectories where compiled entities are; given, or the project's
 * @param jars archives with compiled entities; only given ones
 * @param entitiesOrigin what named the three above; the default is the project's layout
 * @param classpath what the entities need; empty when it is the project's own to tell ({@link ClasspathFinder})
 * @param packages only entities in these packages and below count; empty for all
 * @param includeClasses only entities whose class name one of these finds count; empty for all
 * @param excludeClasses entities whose class name one of these finds do not count
 * @param hibernate settings for Hibernate's boot, by its own names
 * @param services implementations for Hibernate's service interfaces, class names both
 * @param naming {@code jpa}, {@code spring} or a class name; empty when the class path decides
 */
public record ModelSettings(
        List<Path> sourceRoots,
        List<Path> classDirectories,
        List<Path> jars,
        Origin entitiesOrigin,
        Optional<Setting<List<Path>>> classpath,
        List<String> packages,
        List<Pattern> includeClasses,
        List<Pattern> excludeClasses,
        Map<String, Setting<String>> hibernate,
        Map<String, String> services,
        Optional<Setting<String>> naming) {

    public ModelSettings {
        sourceRoots = List.copyOf(sourceRoots);
        classDirectories = List.copyOf(classDirectories);
        jars = List.copyOf(jars);
        packages = List.copyOf(packages);
        includeClasses = List.copyOf(includeClasses);
        excludeClasses = List.copyOf(excludeClasses);
        hibernate = Collections.unmodifiableMap(new LinkedHashMap<>(hibernate));
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    }
}
