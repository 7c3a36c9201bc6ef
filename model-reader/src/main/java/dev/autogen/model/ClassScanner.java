package dev.autogen.model;

import dev.autogen.model.ManagedType.Role;
import java.io.ByteArrayInputStream;
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
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;

/** Finds managed types in class files, without loading them. */
final class ClassScanner {

    private static final byte[] PERSISTENCE = "/persistence/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HIBERNATE = "org/hibernate/annotations/".getBytes(StandardCharsets.US_ASCII);
    private static final DotName KOTLIN = DotName.createSimple("kotlin.Metadata");
    private static final DotName GROOVY = DotName.createSimple("groovy.lang.GroovyObject");
    private static final String PACKAGE_INFO = "package-info";

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
        return mentions(bytes, PERSISTENCE) || (ofPackage && mentions(bytes, HIBERNATE))
                ? managedType(parsed(bytes))
                : Optional.empty();
    }

    private static ClassInfo parsed(byte[] bytes) {
        try {
            return Index.singleClass(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ManagedType> managedType(ClassInfo type) {
        if (type.simpleName() != null && type.name().withoutPackagePrefix().equals(PACKAGE_INFO)) {
            return type.declaredAnnotations().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ManagedType(type.name().packagePrefix(), Role.PACKAGE, false, false));
        }
        for (Role role : Role.values()) {
            if (isAnnotated(type, "jakarta", role)) {
                return Optional.of(new ManagedType(
                        type.name().toString(), role, false, isForeign(type), FormerNameAnnotations.of(type)));
            }
            if (isAnnotated(type, "javax", role)) {
                return Optional.of(new ManagedType(type.name().toString(), role, true, isForeign(type)));
            }
        }
        return Optional.empty();
    }

    /** The compilers of Kotlin and Groovy leave their mark on each class. */
    private static boolean isForeign(ClassInfo type) {
        return type.hasDeclaredAnnotation(KOTLIN) || type.interfaceNames().contains(GROOVY);
    }

    private static boolean isAnnotated(ClassInfo type, String vendor, Role role) {
        return role != Role.PACKAGE
                && type.hasDeclaredAnnotation(DotName.createSimple(vendor + ".persistence." + role.annotation()));
    }

    /** Most classes have nothing to do with persistence, and looking for a word is faster than parsing. */
    private static boolean mentions(byte[] bytes, byte[] word) {
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
