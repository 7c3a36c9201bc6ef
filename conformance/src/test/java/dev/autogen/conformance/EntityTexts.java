package dev.autogen.conformance;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.model.EntityModel;
import dev.autogen.model.EntityModelReader;
import dev.autogen.model.EntitySources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads entities given as texts; each set of them once. */
final class EntityTexts {
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|enum|record|interface) (\\w+)");
    private static final String HEADER = """
            package shop;
            import jakarta.persistence.*;
            import jakarta.persistence.CascadeType;
            import jakarta.persistence.CheckConstraint;
            import jakarta.persistence.Index;
            import jakarta.persistence.NamedQuery;
            import jakarta.persistence.OrderBy;
            import jakarta.persistence.Table;
            import java.math.*;
            import java.net.*;
            import java.time.*;
            import java.util.*;
            import org.hibernate.annotations.*;
            import org.hibernate.type.*;
            """;

    private static final Map<List<String>, EntityModel> READ = new ConcurrentHashMap<>();

    private EntityTexts() {}

    static EntityModel read(List<String> sources) {
        return READ.computeIfAbsent(sources, EntityTexts::readAnew);
    }

    private static EntityModel readAnew(List<String> sources) {
        try {
            Path root = Files.createTempDirectory("autogen-entities");
            try {
                for (String source : sources) {
                    Matcher type = TYPE.matcher(source);
                    if (!type.find()) {
                        throw new IllegalArgumentException("no type is declared in: " + source);
                    }
                    Files.writeString(root.resolve(type.group(1) + ".java"), HEADER + source);
                }
                return new EntityModelReader()
                        .read(EntitySources.builder()
                                .sourceRoots(List.of(root))
                                .postgresMajor(PostgresForTests.majorVersion())
                                .build());
            } finally {
                delete(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
