package dev.autogen.commands.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autogen.commands.config.StateDirectory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Compiled sources, kept in {@code .autogen/classes.zip} by the {@linkplain SourceFingerprints fingerprints} of what they
 * were compiled from: compiling two thousand migrations takes seconds, and next to none of them changes. The file may be
 * deleted at any time.
 */
final class ClassCache {
    private static final String FILE = "classes.zip";
    private static final String CLASS_PATH = "class-path";

    private final Path project;

    /** @param project the project's directory */
    ClassCache(Path project) {
        this.project = project;
    }

    /**
     * The classes of one source.
     *
     * @param classes bytes by binary name
     * @param classPath the fingerprint of the project's class path, where they were compiled against it; null where they
     *     need nothing of it
     */
    record Entry(Map<String, byte[]> classes, String classPath) {
        Entry {
            classes = new TreeMap<>(classes);
        }

        Optional<String> neededClassPath() {
            return Optional.ofNullable(classPath);
        }
    }

    /** What is kept, by fingerprint; nothing where the file is missing or damaged. */
    Map<String, Entry> read() {
        Map<String, Map<String, byte[]>> classes = new HashMap<>();
        Map<String, String> classPaths = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file())))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                int slash = entry.getName().indexOf('/');
                String fingerprint = entry.getName().substring(0, Math.max(0, slash));
                String name = entry.getName().substring(slash + 1);
                byte[] bytes = zip.readAllBytes();
                Map<String, byte[]> own = classes.computeIfAbsent(fingerprint, key -> new TreeMap<>());
                if (name.equals(CLASS_PATH)) {
                    classPaths.put(fingerprint, new String(bytes, UTF_8));
                } else if (!name.isEmpty()) {
                    own.put(name, bytes);
                }
            }
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException e) {
            // A file that cannot be read whole: everything is compiled, and it is written anew.
            return Map.of();
        }
        Map<String, Entry> entries = new HashMap<>();
        classes.forEach((fingerprint, own) -> entries.put(fingerprint, new Entry(own, classPaths.get(fingerprint))));
        return entries;
    }

    /** Keeps these and no others. */
    void write(Map<String, Entry> entries) {
        StateDirectory.keep(project, FILE, out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, Entry> entry : new TreeMap<>(entries).entrySet()) {
                    write(zip, entry.getKey(), entry.getValue());
                }
            }
        });
    }

    private static void write(ZipOutputStream zip, String fingerprint, Entry entry) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        // Also a source without a class leaves something behind.
        files.put("", new byte[0]);
        files.putAll(entry.classes());
        entry.neededClassPath().ifPresent(classPath -> files.put(CLASS_PATH, classPath.getBytes(UTF_8)));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ZipEntry header = new ZipEntry(fingerprint + "/" + file.getKey());
            header.setTime(0);
            zip.putNextEntry(header);
            zip.write(file.getValue());
            zip.closeEntry();
        }
    }

    private Path file() {
        return project.resolve(StateDirectory.NAME).resolve(FILE);
    }
}
