package dev.autogen.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Which classes the persistence units of {@code META-INF/persistence.xml} name. All units of all files count together. An
 * application of Spring Boot does not read the file, so neither do we there.
 *
 * @param classes the names in {@code class}
 * @param mappingFiles the resources in {@code mapping-file}
 * @param jars the archives in {@code jar-file} that were found, by their path or by their name on the class path
 * @param othersToo whether classes that are not listed belong to a unit, too
 */
record PersistenceUnits(Set<String> classes, List<String> mappingFiles, List<Path> jars, boolean othersToo) {

    private static final Path FILE = Path.of("META-INF", "persistence.xml");
    private static final PersistenceUnits NONE = new PersistenceUnits(Set.of(), List.of(), List.of(), true);

    /** Those of the resources beside the source roots, else of the class directories. */
    static PersistenceUnits of(EntitySources sources, List<Path> directories, boolean springBoot) {
        List<Path> resources = sources.sourceRoots().stream()
                .map(root -> root.toAbsolutePath().resolveSibling("resources").resolve(FILE))
                .filter(Files::isRegularFile)
                .toList();
        List<Path> files = resources.isEmpty()
                ? directories.stream()
                        .map(directory -> directory.resolve(FILE))
                        .filter(Files::isRegularFile)
                        .toList()
                : resources;
        return springBoot || files.isEmpty() ? NONE : read(files, sources.classPath());
    }

    private static PersistenceUnits read(List<Path> files, List<Path> classPath) {
        Set<String> classes = new LinkedHashSet<>();
        Set<String> mappingFiles = new LinkedHashSet<>();
        Set<Path> jars = new LinkedHashSet<>();
        boolean othersToo = false;
        for (Path file : files) {
            for (Unit unit : units(file)) {
                classes.addAll(unit.classes);
                mappingFiles.addAll(unit.mappingFiles);
                unit.jars.forEach(jar -> found(jar, file, classPath).ifPresent(jars::add));
                othersToo |= !unit.listedOnly;
            }
        }
        return new PersistenceUnits(classes, List.copyOf(mappingFiles), List.copyOf(jars), othersToo);
    }

    /** Whether the class belongs to a unit. */
    boolean have(ManagedType type) {
        return othersToo || type.role() == ManagedType.Role.PACKAGE || classes.contains(type.className());
    }

    /** JPA counts from the directory that holds {@code META-INF}; builds put the archive elsewhere, under its name. */
    private static Optional<Path> found(String jar, Path file, List<Path> classPath) {
        Path written = file.getParent().getParent().resolve(jar).normalize();
        return Stream.concat(
                        Stream.of(written),
                        classPath.stream().filter(entry -> written.getFileName().equals(entry.getFileName())))
                .filter(Files::exists)
                .findFirst();
    }

    private static List<Unit> units(Path file) {
        List<Unit> units = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    if (reader.getLocalName().equals("persistence-unit")) {
                        units.add(new Unit());
                    } else if (!units.isEmpty()) {
                        units.get(units.size() - 1).add(reader);
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new ModelException(
                    file + ":" + (e.getLocation() == null ? 1 : e.getLocation().getLineNumber())
                            + " is not well-formed XML. Correct the file.",
                    null,
                    e);
        } catch (IOException e) {
            throw Failures.unreadable(file, e);
        }
        return units;
    }

    /** One unit while its file is read. */
    private static final class Unit {
        private final List<String> classes = new ArrayList<>();
        private final List<String> mappingFiles = new ArrayList<>();
        private final List<String> jars = new ArrayList<>();
        private boolean listedOnly;

        private void add(XMLStreamReader reader) throws XMLStreamException {
            switch (reader.getLocalName()) {
                case "class" -> classes.add(reader.getElementText().strip());
                case "mapping-file" -> mappingFiles.add(reader.getElementText().strip());
                case "jar-file" -> jars.add(reader.getElementText().strip());
                // Empty means true.
                case "exclude-unlisted-classes" ->
                    listedOnly = !reader.getElementText().strip().equals("false");
                default -> {
                    // Properties and the like are settings, which are not read here.
                }
            }
        }
    }
}
