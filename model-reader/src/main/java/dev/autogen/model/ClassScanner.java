package dev.autogen.model;

import dev.autogen.model.ManagedType.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds managed types in class files, without loading them. */
final class ClassScanner {

    private static final byte[] PERSISTENCE = "/persistence/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HIBERNATE = "org/hibernate/annotations/".getBytes(StandardCharsets.US_ASCII);
    private static final String PACKAGE_INFO = "package-info";
    private static final List<Role> ROLES = List.of(Role.ENTITY, Role.EMBEDDABLE, Role.SUPERCLASS, Role.CONVERTER);

    private ClassScanner() {}

    static List<ManagedType> scan(Path place) {
        try {
            return Files.isDirectory(place) ? scanDirectory(place) : scanJar(place);
        } catch (IOException e) {
            throw unreadable(place, e);
        } catch (UncheckedIOException e) {
            throw unreadable(place, e.getCause());
        }
    }

    private static ModelException unreadable(Path place, IOException e) {
        return new ModelException(
                "The entities in " + place + " cannot be read: " + e.getMessage()
                        + ". Is it a class directory or a jar, and readable?",
                null,
                e);
    }

    /** Finds them in the bytes of classes, by name. */
    static List<ManagedType> scan(Map<String, byte[]> classes) {
        return classes.entrySet().parallelStream()
                .flatMap(type -> managedType(type.getKey() + ".class", type.getValue()).stream())
                .toList();
    }

    private static List<ManagedType> scanDirectory(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(directory)) {
            files = walk.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
        return files.parallelStream()
                .flatMap(file -> managedType(file.getFileName().toString(), bytes(file)).stream())
                .toList();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ManagedType> scanJar(Path file) throws IOException {
        List<ManagedType> found = new ArrayList<>();
        try (ZipFile jar = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        managedType(name, in.readAllBytes()).ifPresent(found::add);
                    }
                }
            }
        }
        return found;
    }

    private static Optional<ManagedType> managedType(String file, byte[] bytes) {
        // What a package says of types and filters is Hibernate's alone.
        boolean ofPackage = file.endsWith(PACKAGE_INFO + ".class");
        if (!mentions(bytes, PERSISTENCE) && !(ofPackage && mentions(bytes, HIBERNATE))) {
            return Optional.empty();
        }
        try {
            ClassHeader type = ClassHeader.read(bytes);
            return type.name().endsWith("." + PACKAGE_INFO) ? ofPackage(type) : managedType(type, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ManagedType> ofPackage(ClassHeader type) {
        String name = type.name().substring(0, type.name().length() - PACKAGE_INFO.length() - 1);
        return type.annotations().isEmpty()
                ? Optional.empty()
                : Optional.of(new ManagedType(name, Role.PACKAGE, false, false));
    }

    private static Optional<ManagedType> managedType(ClassHeader type, byte[] bytes) throws IOException {
        for (Role role : ROLES) {
            if (type.annotations().contains("jakarta.persistence." + role.annotation())) {
                return Optional.of(
                        new ManagedType(type.name(), role, false, isForeign(type), FormerNameAnnotations.of(bytes)));
            }
            if (type.annotations().contains("javax.persistence." + role.annotation())) {
                return Optional.of(new ManagedType(type.name(), role, true, isForeign(type)));
            }
        }
        return Optional.empty();
    }

    /** The compilers of Kotlin and Groovy leave their mark on each class. */
    private static boolean isForeign(ClassHeader type) {
        return type.annotations().contains("kotlin.Metadata")
                || type.interfaces().contains("groovy.lang.GroovyObject");
    }

    /** Most classes have nothing to do with persistence, and looking for a word is faster than parsing. */
    static boolean mentions(byte[] bytes, byte[] word) {
        for (int start = 0; start <= bytes.length - word.length; start++) {
            int length = 0;
            while (length < word.length && bytes[start + length] == word[length]) {
                length++;
            }
            if (length == word.length) {
                return true;
            }
        }
        return false;
    }
}
