package dev.autogen.commands.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the paths that users write: {@code ~} is the home directory, a relative path is relative to the base.
 *
 * @param base the project directory, or the working directory for the project itself
 * @param home the user's home; null when there is none
 */
record Locations(Path base, Path home) {

    static Locations of(Path base, Surroundings surroundings) {
        Optional<Path> home = surroundings.home();
        return new Locations(base, home.orElse(null));
    }

    Path resolve(String text, Origin origin) {
        try {
            if (home != null && text.equals("~")) {
                return home;
            }
            if (home != null && (text.startsWith("~/") || text.startsWith("~\\"))) {
                return home.resolve(text.substring(2)).normalize();
            }
            return base.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw new ConfigurationException(
                    "\"" + text + "\" is not a path (" + origin + "): " + e.getReason() + ". Correct it.", e);
        }
    }

    /** The class path entries meant by the texts: {@code lib/*} stands for every jar in {@code lib}, as it does for java. */
    List<Path> resolveClasspath(List<String> texts, Origin origin) {
        List<Path> entries = new ArrayList<>();
        for (String text : texts) {
            if (text.equals("*") || text.endsWith("/*") || text.endsWith("\\*")) {
                entries.addAll(jarsIn(resolve(text.substring(0, text.length() - 1), origin), origin));
            } else {
                entries.add(existing(resolve(text, origin), origin));
            }
        }
        return List.copyOf(entries);
    }

    Path existing(Path path, Origin origin) {
        if (!Files.exists(path)) {
            throw new ConfigurationException(
                    path + " does not exist (" + origin + "). Correct the path; relative ones start at " + base + ".");
        }
        return path;
    }

    private List<Path> jarsIn(Path directory, Origin origin) {
        try (Stream<Path> files = Files.list(existing(directory, origin))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ConfigurationException(
                    directory + " cannot be listed (" + origin + "): " + e.getMessage()
                            + ". Name a readable directory.",
                    e);
        }
    }
}
