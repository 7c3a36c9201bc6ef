package dev.autogen.commands.history;

import static java.util.stream.Collectors.joining;

import dev.autogen.commands.Version;
import dev.autogen.commands.config.ConfigurationException;
import dev.autogen.migration.Migration;
import dev.autogen.model.compile.Compilation;
import dev.autogen.model.compile.Diagnostic;
import dev.autogen.model.compile.SourceCompiler;
import dev.autogen.schema.Catalog;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * Compiles migrations, those whose classes are not kept from an earlier time. The project's class path is asked for only
 * when they need more than the JDK and autogen's migration API, which few do.
 */
final class MigrationCompiler {
    private static final int SHOWN_ERRORS = 5;

    private final ClassCache cache;
    private final Supplier<List<Path>> projectClassPath;

    MigrationCompiler(ClassCache cache, Supplier<List<Path>> projectClassPath) {
        this.cache = cache;
        this.projectClassPath = projectClassPath;
    }

    /**
     * What came of it.
     *
     * @param classes bytes by binary name
     * @param classPath what the classes need of the project; empty if nothing
     */
    record Compiled(Map<String, byte[]> classes, List<Path> classPath) {}

    /**
     * Compiles the sources.
     *
     * @throws MigrationException if they do not compile
     * @throws ConfigurationException if they need the project's class path, which cannot be found out
     */
    Compiled compile(List<Path> sources) {
        // Another Java may refuse what this one's compiler made, and what was compiled without lines has none.
        SourceFingerprints fingerprints =
                SourceFingerprints.of(sources, Version.current() + " lines " + System.getProperty("java.vm.version"));
        Map<String, ClassCache.Entry> kept = cache.read();
        Map<Path, ClassCache.Entry> entries = new LinkedHashMap<>();
        for (Path source : sources) {
            ClassCache.Entry entry = kept.get(fingerprints.of(source));
            if (entry != null && fitsClassPath(entry)) {
                entries.put(source, entry);
            }
        }
        List<Path> missing =
                sources.stream().filter(source -> !entries.containsKey(source)).toList();
        if (!missing.isEmpty()) {
            Optional<Map<Path, ClassCache.Entry>> fresh = part(fingerprints.closure(missing));
            if (fresh.isEmpty()) {
                return whole(sources, fingerprints);
            }
            entries.putAll(fresh.get());
            keep(entries, fingerprints);
        }
        Map<String, byte[]> classes = new TreeMap<>();
        entries.values().forEach(entry -> classes.putAll(entry.classes()));
        boolean needsProject = entries.values().stream()
                .anyMatch(entry -> entry.neededClassPath().isPresent());
        return new Compiled(classes, needsProject ? projectClassPath.get() : List.of());
    }

    private boolean fitsClassPath(ClassCache.Entry entry) {
        return entry.neededClassPath()
                .map(fingerprint -> fingerprint.equals(ClassPathFingerprint.of(projectClassPath.get())))
                .orElse(true);
    }

    /** Some sources against the API alone; empty if that is not enough, or if it is not clear which class is whose. */
    private static Optional<Map<Path, ClassCache.Entry>> part(Collection<Path> sources) {
        Compilation compilation = SourceCompiler.against(api()).compile(sources);
        return compilation.succeeded() ? bySource(sources, compilation.classes(), null) : Optional.empty();
    }

    private Compiled whole(List<Path> sources, SourceFingerprints fingerprints) {
        Compilation alone = SourceCompiler.against(api()).compile(sources);
        if (alone.succeeded()) {
            bySource(sources, alone.classes(), null).ifPresent(entries -> keep(entries, fingerprints));
            return new Compiled(alone.classes(), List.of());
        }
        List<Path> project = projectClassPath(alone.errors());
        List<Path> classPath = new ArrayList<>(api());
        classPath.addAll(project);
        Compilation compilation = SourceCompiler.against(classPath).compile(sources);
        if (!compilation.succeeded()) {
            throw doesNotCompile(compilation.errors(), "");
        }
        bySource(sources, compilation.classes(), ClassPathFingerprint.of(project))
                .ifPresent(entries -> keep(entries, fingerprints));
        return new Compiled(compilation.classes(), project);
    }

    /** Where it cannot be found out, what the compiler said without it may be all that is wrong. */
    private List<Path> projectClassPath(List<Diagnostic> errorsWithout) {
        try {
            return projectClassPath.get();
        } catch (ConfigurationException e) {
            throw doesNotCompile(errorsWithout, "\nThey may need the project's class path. " + e.getMessage());
        }
    }

    private void keep(Map<Path, ClassCache.Entry> entries, SourceFingerprints fingerprints) {
        Map<String, ClassCache.Entry> byFingerprint = new HashMap<>();
        entries.forEach((source, entry) -> byFingerprint.put(fingerprints.of(source), entry));
        cache.write(byFingerprint);
    }

    /** Empty where a class has not the name of a source: it may be any's, or a processor's. */
    private static Optional<Map<Path, ClassCache.Entry>> bySource(
            Collection<Path> sources, Map<String, byte[]> classes, String classPath) {
        Map<String, List<Path>> byName = new HashMap<>();
        sources.forEach(source -> byName.computeIfAbsent(source.getFileName().toString(), name -> new ArrayList<>())
                .add(source));
        Map<Path, Map<String, byte[]>> owned = new LinkedHashMap<>();
        sources.forEach(source -> owned.put(source, new TreeMap<>()));
        for (Map.Entry<String, byte[]> type : classes.entrySet()) {
            Path file = Path.of(outermost(type.getKey()).replace('.', '/') + ".java");
            Optional<Path> owner = byName.getOrDefault(file.getFileName().toString(), List.of()).stream()
                    .filter(source -> source.endsWith(file))
                    .findFirst();
            if (owner.isEmpty()) {
                return Optional.empty();
            }
            owned.get(owner.get()).put(type.getKey(), type.getValue());
        }
        Map<Path, ClassCache.Entry> entries = new LinkedHashMap<>();
        owned.forEach((source, own) -> entries.put(source, new ClassCache.Entry(own, classPath)));
        return Optional.of(entries);
    }

    private static String outermost(String className) {
        int nested = className.indexOf('$', className.lastIndexOf('.') + 2);
        return nested < 0 ? className : className.substring(0, nested);
    }

    private static MigrationException doesNotCompile(List<Diagnostic> errors, String remark) {
        String shown =
                errors.stream().limit(SHOWN_ERRORS).map(error -> "\n  " + error).collect(joining());
        return new MigrationException(
                "The migrations do not compile:" + shown
                        + (errors.size() > SHOWN_ERRORS ? "\n  and " + (errors.size() - SHOWN_ERRORS) + " more" : "")
                        + "\nCorrect them; `autogen history` and `autogen heads` work meanwhile." + remark,
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
}
