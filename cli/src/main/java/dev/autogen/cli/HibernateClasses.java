package dev.autogen.cli;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Loads and links what Hibernate needs to boot, by a class loader that is not the application's: that is how commands load
 * it, and a class that is loaded but not linked does not get into an archive. Which classes these are, a process tells
 * that does the rehearsal and logs what it loads.
 */
final class HibernateClasses {
    /** Such as {@code [0.5s][info][class,load] org.hibernate.Version source: file:/lib/hibernate-core.jar}. */
    private static final Pattern LOADED =
            Pattern.compile(".*\\] (?<name>\\S+) source: file:\\S*/(?<jar>hibernate-|jakarta|byte-buddy)\\S*");

    private HibernateClasses() {}

    /**
     * Loads them.
     *
     * @return the loader, which has to be reachable until the archive is written
     */
    static ClassLoader load() throws IOException {
        URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
        for (String name : names()) {
            try {
                // Asking for its fields links it, which nothing else does without running its code.
                requireNonNull(Class.forName(name, false, loader).getDeclaredFields());
            } catch (ClassNotFoundException | LinkageError e) {
                // It was there for the rehearsal; if its fields are of types that are not, it is linked all the same.
            }
        }
        return loader;
    }

    private static List<String> names() throws IOException {
        Path log = Files.createTempFile("autogen-rehearsal", ".log");
        try {
            Process rehearsal = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xlog:disable",
                            "-Xlog:class+load=info:file=" + log,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Rehearsal.class.getName())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            rehearsal.waitFor();
            try (Stream<String> lines = Files.lines(log)) {
                return lines.map(LOADED::matcher)
                        .filter(Matcher::matches)
                        .map(line -> line.group("name"))
                        .distinct()
                        .toList();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the rehearsal ran", e);
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static URL[] classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> {
                    try {
                        return Path.of(entry).toUri().toURL();
                    } catch (MalformedURLException e) {
                        throw new IllegalStateException("not a class path entry: " + entry, e);
                    }
                })
                .toArray(URL[]::new);
    }
}
