package dev.autogen.model;

import dev.autogen.fixtures.ClassPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A project made of source texts, for one test. */
final class Project {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|enum|record|interface) (\\w+)");

    private static final String IMPORTS = """
            import jakarta.persistence.*;
            import jakarta.persistence.CascadeType;
            import jakarta.persistence.Index;
            import jakarta.persistence.NamedQuery;
            import jakarta.persistence.OrderBy;
            import jakarta.persistence.Table;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;
            import org.hibernate.annotations.*;
            """;

    private final Path directory;
    private final List<Path> classPath = new ArrayList<>();

    Project(Path directory) {
        this.directory = directory;
    }

    Path sourceRoot() {
        return directory.resolve("src/main/java");
    }

    Path file(String relative) {
        return sourceRoot().resolve(relative);
    }

    /** Adds what a build of the project would have on its class path, by the name of a resolved class path. */
    Project with(String... classPaths) {
        for (String name : classPaths) {
            classPath.addAll(ClassPaths.of(name));
        }
        return this;
    }

    /** Adds a source file as it is; its first type gives it its name. */
    Project source(String text) {
        Matcher type = TYPE.matcher(text);
        String name = type.find() ? type.group(1) : "package-info";
        Matcher home = PACKAGE.matcher(text);
        Path file = file((home.find() ? home.group(1).replace('.', '/') + "/" : "") + name + ".java");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Adds a type of the package {@code shop} with the usual imports. */
    Project type(String text) {
        return source("package shop;\n" + IMPORTS + text);
    }

    EntitySources.Builder sources() {
        return EntitySources.builder().sourceRoots(List.of(sourceRoot())).classPath(classPath);
    }

    EntityModel read() {
        return new EntityModelReader().read(sources().build());
    }
}
