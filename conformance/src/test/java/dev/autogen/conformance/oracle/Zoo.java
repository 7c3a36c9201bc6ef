package dev.autogen.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.ClassPaths;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Entities of the resources below {@code /zoo}, compiled.
 *
 * @param classes where they were compiled to
 * @param libraries what they need besides Hibernate
 * @param mappings {@code orm.xml} files
 * @param settings for Hibernate
 */
record Zoo(Path classes, List<Path> libraries, List<Path> mappings, Map<String, String> settings) {

    private static final String PACKAGE_INFO = "package-info";

    /** The animals of these folders, compiled against Hibernate 6.6 unless they need a later one. */
    static Zoo of(String... folders) {
        return against("hibernate-6.6", folders);
    }

    static Zoo against(String hibernate, String... folders) {
        List<Path> validation = ClassPaths.of("bean-validation");
        List<Path> needed = Stream.concat(ClassPaths.of(hibernate).stream(), validation.stream())
                .toList();
        List<Path> sources = new ArrayList<>();
        List<Path> mappings = new ArrayList<>();
        for (String folder : folders) {
            sources.addAll(files(folder, ".java"));
            mappings.addAll(files(folder, ".xml"));
        }
        return new Zoo(compile(sources, needed), validation, mappings, Map.of());
    }

    Zoo with(String setting, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(setting, value);
        return new Zoo(classes, libraries, mappings, Map.copyOf(more));
    }

    List<Path> classPath() {
        return Stream.concat(Stream.of(classes), libraries.stream()).toList();
    }

    /** All classes, which Hibernate tells apart itself. */
    List<String> classNames() {
        return names().filter(name -> !name.endsWith(PACKAGE_INFO)).toList();
    }

    List<String> packages() {
        return names().filter(name -> name.endsWith(PACKAGE_INFO))
                .map(name -> name.substring(0, name.length() - PACKAGE_INFO.length() - 1))
                .toList();
    }

    private Stream<String> names() {
        try (Stream<Path> walk = Files.walk(classes)) {
            return walk
                    .filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file).toString())
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path compile(List<Path> sources, List<Path> classPath) {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "zoo").toAbsolutePath();
            List<String> arguments = new ArrayList<>(List.of(
                    "-proc:none",
                    "-nowarn",
                    "-encoding",
                    "UTF-8",
                    "-d",
                    directory.toString(),
                    "-classpath",
                    classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
            sources.forEach(source -> arguments.add(source.toString()));
            ByteArrayOutputStream messages = new ByteArrayOutputStream();
            int exit = ToolProvider.getSystemJavaCompiler()
                    .run(null, messages, messages, arguments.toArray(String[]::new));
            assertThat(exit).as(messages.toString(StandardCharsets.UTF_8)).isZero();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(String folder, String extension) {
        try {
            URI place = Objects.requireNonNull(Zoo.class.getResource("/zoo/" + folder), folder)
                    .toURI();
            try (Stream<Path> walk = Files.walk(Path.of(place))) {
                return walk.filter(file -> file.toString().endsWith(extension))
                        .sorted()
                        .toList();
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
