package dev.autogen.commands.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A resolved class path, kept under {@code .autogen/classpath} for as long as the files it was resolved from stay the
 * same and its entries are there.
 */
record ClasspathCache(Path directory, String key) {

    static ClasspathCache of(Path project, Set<Path> contents, Set<Path> timestamps) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : contents) {
                digest.update((file + "\n").getBytes(StandardCharsets.UTF_8));
                if (Files.isRegularFile(file)) {
                    digest.update(Files.readAllBytes(file));
                }
            }
            for (Path file : timestamps) {
                String state = Files.isRegularFile(file)
                        ? Files.getLastModifiedTime(file).toString()
                        : "absent";
                digest.update((file + "\n" + state + "\n").getBytes(StandardCharsets.UTF_8));
            }
            String key = HexFormat.of().formatHex(digest.digest()).substring(0, 32);
            return new ClasspathCache(project.resolve(StateDirectory.NAME).resolve("classpath"), key);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The build files of " + project + " cannot be read: " + e.getMessage() + ". Make them readable.",
                    e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    Optional<List<Path>> read() {
        try {
            if (!Files.isRegularFile(file())) {
                return Optional.empty();
            }
            List<Path> entries =
                    Files.readAllLines(file()).stream().map(Path::of).toList();
            return entries.stream().allMatch(Files::exists) ? Optional.of(entries) : Optional.empty();
        } catch (IOException e) {
            // A cache that cannot be read is a cache that is not there.
            return Optional.empty();
        }
    }

    /** Keeps the entries, in place of those that an earlier state of the build files had. */
    void write(List<Path> entries) {
        try {
            StateDirectory.create(directory.getParent().getParent());
            Files.createDirectories(directory);
            Path temporary = Files.createTempFile(directory, key, ".tmp");
            Files.write(temporary, entries.stream().map(Path::toString).toList());
            Files.move(temporary, file(), StandardCopyOption.REPLACE_EXISTING);
            try (Stream<Path> files = Files.list(directory)) {
                for (Path stale : files.filter(each -> !each.equals(file())).toList()) {
                    Files.deleteIfExists(stale);
                }
            }
        } catch (IOException e) {
            // A read-only project directory: the next run asks the build tool again.
            return;
        }
    }

    private Path file() {
        return directory.resolve(key);
    }
}
