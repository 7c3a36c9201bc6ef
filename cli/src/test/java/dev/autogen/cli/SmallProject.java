package dev.autogen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A project of a few files that a test makes up: entities in the package {@code app}, migrations where they are by
 * default. It has no build file.
 *
 * @param directory the project directory
 */
record SmallProject(Path directory) {
    private static final Pattern TYPE = Pattern.compile("(?:class|enum|record|interface) (\\w+)");

    /** An entity that PostgreSQL and Hibernate agree with. */
    static final String THING = """
            @Entity
            public class Thing {
                @Id
                Long id;
                String name;
            }
            """;

    /** Adds a type of the package {@code app}; its text begins in line 5. */
    Path type(String source) {
        Matcher name = TYPE.matcher(source);
        if (!name.find()) {
            throw new IllegalArgumentException("no type in " + source);
        }
        return write("src/main/java/app/" + name.group(1) + ".java", """
                package app;
                import jakarta.persistence.*;
                import org.hibernate.annotations.Check;
                import org.hibernate.annotations.ColumnDefault;
                """ + source);
    }

    /**
     * Adds a migration {@code M_<id>} that runs these statements.
     *
     * @param parents the revisions it stands on
     * @param upgrade statements of Java in {@code upgrade}
     * @param downgrade statements of Java in {@code downgrade}
     */
    Path migration(String id, List<String> parents, String upgrade, String downgrade) {
        String revises = String.join(
                ", ", parents.stream().map(parent -> '"' + parent + '"').toList());
        return write("src/main/java/migrations/M_" + id + ".java", """
                package migrations;
                import dev.autogen.migration.*;
                import static dev.autogen.migration.Elements.*;
                import static dev.autogen.migration.Types.*;

                /** Makes %1$s. */
                @Revision(id = "%1$s", revises = {%2$s})
                public final class M_%1$s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        %3$s
                    }

                    @Override
                    public void downgrade(Operations op) {
                        %4$s
                    }
                }
                """.formatted(id, revises, upgrade, downgrade));
    }

    /** Adds a migration that creates a table {@code t_<id>}. */
    Path migration(String id, String... parents) {
        return migration(
                id,
                List.of(parents),
                "op.createTable(\"t_%s\", column(\"id\", bigint()));".formatted(id),
                "op.dropTable(\"t_%s\");".formatted(id));
    }

    /** Writes any file of the project. */
    Path write(String file, String text) {
        Path path = directory.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            return Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all that is in the migrations' package, also what has no business there. */
    List<String> migrations() {
        Path folder = directory.resolve("src/main/java/migrations");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of the only migration. */
    String onlyMigration() {
        List<String> files = migrations();
        if (files.size() != 1) {
            throw new AssertionError("not one migration but " + files);
        }
        try {
            return Files.readString(
                    directory.resolve("src/main/java/migrations").resolve(files.get(0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
