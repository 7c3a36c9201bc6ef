package dev.autogen.commands.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A resolved class path, kept in {@code .autogen/classpath.txt} for as long as the files it was resolved from stay the
 * same and its entries are there.
 *
 * @param project the project's directory
 * @param key what it is resolved from, the first line of the file
 */
record ClasspathCache(Path project, String key) {
    private static final String FILE = "classpath.txt";

    static ClasspathCache of(Path project, Set<Path> contents, Set<Path> timestamps) {
        try {
            Fingerprint key = new Fingerprint();
            for (Path file : contents) {
                key.add(file.toString()).add(Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0]);
            }
            for (Path file : timestamps) {
                String state = Files.isRegularFile(file)
                        ? Files.getLastModifiedTime(file).toString()
                        : "absent";
                key.add(file.toString()).add(state);
            }
            return new ClasspathCache(project, key.hex());
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The build files of " + project + " cannot be read: " + e.getMessage() + ". Make them readable.",
                    e);
        }
    }

    Optional<List<Path>> read() {
        try {
            Path file = project.resolve(StateDirectory.NAME).resolve(FILE);
            List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
            List<Path> entries = lines.stream().skip(1).map(Path::of).toList();
            return !lines.isEmpty()
                            && lines.get(0).equals(key)
                            && entries.stream().allMatch(Files::exists)
                    ? Optional.of(entries)
                    : Optional.empty();
        } catch (IOException e) {
            // A cache that cannot be read is a cache that is not there.
            return Optional.empty();
        }
    }

    /** Keeps the entries, in place of those that an earlier state of the build files had. */
    void write(List<Path> entries) {
        String text = Stream.concat(Stream.of(key), entries.stream().map(Path::toString))
                .collect(Collectors.joining("\n", "", "\n"));
        StateDirectory.keep(project, FILE, out -> out.write(text.getBytes(UTF_8)));
    }
}
