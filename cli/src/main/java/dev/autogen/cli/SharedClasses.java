package dev.autogen.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ref.Reference;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Loads the classes that commands use, so that a JVM started with {@code -XX:ArchiveClassesAtExit} writes them into an archive and
 * later ones start a third faster. {@code bin/autogen --prepare-start} runs it.
 *
 * <p>Hibernate is loaded as commands do it, by a class loader of its own: the archive then serves every project whose
 * Hibernate has the same class files, which is the version that we ship.
 */
final class SharedClasses {

    private static final List<String> LIBRARIES = List.of(
            "autogen-",
            "commons-",
            "jackson-",
            "jandex-",
            "javaparser-",
            "javapoet-",
            "picocli-",
            "postgresql-",
            "slf4j-",
            "snakeyaml-",
            "xz-");

    private SharedClasses() {}

    /**
     * Loads, and prints nothing.
     *
     * @param arguments none
     * @throws IOException when a library cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path jar = Path.of(entry);
            if (LIBRARIES.stream().anyMatch(jar.getFileName().toString()::startsWith)) {
                load(classesOf(jar));
            }
        }
        load(classesOfTheCompiler());
        ClassLoader hibernate = HibernateClasses.load();
        try {
            Rehearsal.run();
            // Of a class that two loaders have, the archive may take the one that is not linked, and so none: the
            // loaders of the rehearsal have to go.
            System.gc();
        } finally {
            Reference.reachabilityFence(hibernate);
        }
    }

    private static List<String> classesOf(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> !name.startsWith("META-INF/"))
                    .toList();
        }
    }

    /** The JDK's own archive lacks javac, which compiles migrations and entities. */
    private static List<String> classesOfTheCompiler() throws IOException {
        FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));
        Path module = jdk.getPath("/modules/jdk.compiler");
        if (!Files.exists(module)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(module.resolve("com/sun/tools/javac"))) {
            files.forEach(file -> names.add(module.relativize(file).toString()));
        }
        return names;
    }

    private static void load(List<String> files) {
        for (String file : files) {
            if (!file.endsWith(".class") || file.endsWith("module-info.class")) {
                continue;
            }
            String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
            try {
                Class.forName(name, false, SharedClasses.class.getClassLoader());
            } catch (ClassNotFoundException | LinkageError e) {
                // Needs a library that we do not ship (commons-compress, for one, has many such): no command uses it
                // either.
            }
        }
    }
}
