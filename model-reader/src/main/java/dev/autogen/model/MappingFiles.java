package dev.autogen.model;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Finds {@code orm.xml} files. */
final class MappingFiles {

    private static final String STANDARD = "META-INF/orm.xml";

    private MappingFiles() {}

    /**
     * Those given, those that persistence units name, and the {@code META-INF/orm.xml} that an application would find
     * beside its entities.
     */
    static List<URL> of(EntitySources sources, List<Path> classDirectories, PersistenceUnits units) {
        List<Path> resources = sources.sourceRoots().stream()
                .map(root -> root.toAbsolutePath().resolveSibling("resources"))
                .toList();
        List<URL> files = new ArrayList<>();
        sources.mappingFiles().forEach(file -> files.add(url(file.toUri())));
        List<URL> standard = all(STANDARD, resources);
        files.addAll(standard);
        // What a build copied from the resources would map the same entities twice.
        if (standard.isEmpty()) {
            files.addAll(all(STANDARD, classDirectories));
        }
        files.addAll(all(STANDARD, sources.jars()));
        List<Path> everywhere = Stream.of(
                        resources, classDirectories, units.jars(), sources.jars(), sources.classPath())
                .flatMap(List::stream)
                .toList();
        for (String name : units.mappingFiles()) {
            files.add(all(name, everywhere).stream().findFirst().orElseThrow(() -> missing(name)));
        }
        return files.stream().distinct().toList();
    }

    private static ModelException missing(String name) {
        return new ModelException(
                "The mapping file " + name + ", which persistence.xml names, is neither among the resources nor on the "
                        + "class path. Correct its name in persistence.xml, or add what holds it with --classpath.",
                null,
                null);
    }

    private static List<URL> all(String name, List<Path> places) {
        return places.stream().flatMap(place -> in(place, name).stream()).toList();
    }

    private static Optional<URL> in(Path place, String name) {
        Path file = place.resolve(name);
        if (Files.isRegularFile(file)) {
            return Optional.of(url(file.toAbsolutePath().toUri()));
        }
        if (!Files.isRegularFile(place)) {
            return Optional.empty();
        }
        try (ZipFile jar = new ZipFile(place.toFile())) {
            return jar.getEntry(name) == null
                    ? Optional.empty()
                    : Optional.of(url(URI.create("jar:" + place.toAbsolutePath().toUri() + "!/" + name)));
        } catch (IOException e) {
            // Not an archive, which a class path may hold and Java ignores as well.
            return Optional.empty();
        }
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a file: " + uri, e);
        }
    }
}
