package dev.autogen.commands.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds a Spring Boot application's files where Boot would, in Boot's order: what comes later wins.
 *
 * @param project what the names in messages are relative to
 * @param module the directory the application runs in
 * @param resources its resource directories, which stand for the class path's root
 */
record SpringFiles(Path project, Path module, List<Path> resources) {

    private static final String NAME = "application";

    /** Within one directory, the later of these wins. */
    private static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".properties");

    /** The places within the application, then those beside it; the latter win whatever the profiles are. */
    List<List<Path>> groups() {
        List<Path> inside = new ArrayList<>();
        resources.forEach(resource -> inside.add(resource));
        resources.forEach(resource -> inside.add(resource.resolve("config")));
        List<Path> beside = new ArrayList<>(List.of(module, module.resolve("config")));
        beside.addAll(directoriesIn(module.resolve("config")));
        return List.of(inside, beside);
    }

    /** The documents of {@code application.*} in these directories, or of {@code application-<profile>.*}. */
    List<List<LocatedProperty>> documents(List<Path> directories, String suffix) {
        List<List<LocatedProperty>> documents = new ArrayList<>();
        for (Path directory : directories) {
            for (String extension : EXTENSIONS) {
                Path file = directory.resolve(NAME + suffix + extension);
                if (Files.isRegularFile(file)) {
                    documents.addAll(documents(file, extension));
                }
            }
        }
        return documents;
    }

    List<List<LocatedProperty>> documents(Path file, String extension) {
        TextFile text = TextFile.in(project, file);
        return extension.equals(".properties") ? PropertiesFile.documents(text) : YamlFile.documents(text);
    }

    /** The profiles that have a file of their own. */
    Set<String> profilesWithFiles() {
        Set<String> profiles = new TreeSet<>();
        for (Path directory : groups().stream().flatMap(List::stream).toList()) {
            for (Path file : list(directory)) {
                String name = file.getFileName().toString();
                for (String extension : EXTENSIONS) {
                    if (name.startsWith(NAME + "-") && name.endsWith(extension)) {
                        profiles.add(name.substring(NAME.length() + 1, name.length() - extension.length()));
                    }
                }
            }
        }
        return profiles;
    }

    private static List<Path> directoriesIn(Path directory) {
        return list(directory).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> list(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new ConfigurationException(
                    directory + " cannot be listed: " + e.getMessage() + ". Make it readable.", e);
        }
    }
}
