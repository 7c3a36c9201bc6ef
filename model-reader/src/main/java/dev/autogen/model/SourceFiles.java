package dev.autogen.model;

import static java.util.stream.Collectors.joining;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import dev.autogen.model.ManagedType.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java files of the source roots, each read and parsed at most once. */
final class SourceFiles {

    /** Migrations need not be compiled to know what the entities mean. */
    private static final Pattern MIGRATION = Pattern.compile("M\\d{14}_\\w*\\.java");

    private static final Pattern ROLE = Pattern.compile(Stream.of(Role.values())
            .filter(role -> role != Role.PACKAGE)
            .map(Role::annotation)
            .collect(joining("|", "\\b(", ")\\b")));

    private final List<Path> roots;
    private final List<Path> files;
    private final Map<Path, Optional<SourceFile>> parsed = new ConcurrentHashMap<>();
    private final Map<String, Optional<Path>> filesOfTypes = new ConcurrentHashMap<>();

    SourceFiles(List<Path> roots) {
        this.roots = roots;
        this.files = roots.stream().flatMap(SourceFiles::walk).sorted().toList();
    }

    private static Stream<Path> walk(Path root) {
        if (!Files.isDirectory(root)) {
            return Stream.empty();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(SourceFiles::mayHoldEntities).toList().stream();
        } catch (IOException e) {
            throw Failures.unreadable(root, e);
        } catch (UncheckedIOException e) {
            throw Failures.unreadable(root, e.getCause());
        }
    }

    private static boolean mayHoldEntities(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java")
                && !name.equals("module-info.java")
                && !MIGRATION.matcher(name).matches();
    }

    List<Path> roots() {
        return roots;
    }

    /** All of them but for migrations. */
    List<Path> all() {
        return files;
    }

    /** Those whose text has to do with persistence; the others need no parser to be told apart. */
    List<Path> mentioningPersistence() {
        return files.parallelStream()
                .filter(file -> mentionsPersistence(file, text(file)))
                .toList();
    }

    /** What a package says of types and filters is Hibernate's alone. */
    private static boolean mentionsPersistence(Path file, String text) {
        return text.contains(".persistence.")
                || (file.endsWith("package-info.java") && text.contains("org.hibernate.annotations"));
    }

    /** Those that name one of the annotations which make a class a part of a mapping; few others do. */
    List<Path> thatMayHoldManagedTypes() {
        return files.parallelStream()
                .filter(file -> {
                    String text = text(file);
                    return mentionsPersistence(file, text)
                            && (file.endsWith("package-info.java")
                                    || ROLE.matcher(text).find());
                })
                .toList();
    }

    /** A line of the file, counted from 1. */
    static Optional<String> line(Path file, long number) {
        return text(file).lines().skip(Math.max(number, 1) - 1).findFirst();
    }

    /** The file as the parser sees it; empty when it cannot be parsed. */
    Optional<SourceFile> parse(Path file) {
        return parsed.computeIfAbsent(file, SourceFiles::parseAfresh);
    }

    /** The file that holds a class of that binary name by the convention of Java. */
    Optional<Path> fileOf(String className) {
        int nested = className.indexOf('$');
        return filesOfTypes.computeIfAbsent(
                nested < 0 ? className : className.substring(0, nested), this::fileOfOutermost);
    }

    private Optional<Path> fileOfOutermost(String outermost) {
        String relative = outermost.replace('.', '/') + ".java";
        return roots.stream()
                .map(root -> root.resolve(relative))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<SourceFile> parseAfresh(Path file) {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
                .setAttributeComments(false);
        // What checks the language level takes as long as parsing; the compiler does that.
        configuration.getProcessors().clear();
        Optional<CompilationUnit> unit =
                new JavaParser(configuration).parse(text(file)).getResult();
        return unit.filter(result -> !result.getTypes().isEmpty()
                        || result.getPackageDeclaration().isPresent())
                .map(result -> SourceFile.of(file, result));
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failures.unreadable(file, e);
        }
    }
}
