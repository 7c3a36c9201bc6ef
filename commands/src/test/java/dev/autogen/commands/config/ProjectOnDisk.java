package dev.autogen.commands.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A project in a temporary directory, with an environment of its own. */
final class ProjectOnDisk {

    private final Path directory;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, String> systemProperties = new LinkedHashMap<>();
    private GivenOptions options = GivenOptions.none();

    private ProjectOnDisk(Path directory) {
        this.directory = directory;
        systemProperties.put("user.home", home().toString());
        systemProperties.put("user.name", "somebody");
    }

    /** A project that has nothing but an empty pom. */
    static ProjectOnDisk maven(Path temporary) {
        return plain(temporary).with("pom.xml", "<project/>");
    }

    static ProjectOnDisk plain(Path temporary) {
        return new ProjectOnDisk(temporary.toAbsolutePath().resolve("project")).withDirectory("");
    }

    Path directory() {
        return directory;
    }

    Path home() {
        return directory.resolveSibling("home");
    }

    ProjectOnDisk with(String file, String content) {
        Path path = directory.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    ProjectOnDisk withDirectory(String name) {
        try {
            Files.createDirectories(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    ProjectOnDisk variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    ProjectOnDisk systemProperty(String name, String value) {
        systemProperties.put(name, value);
        return this;
    }

    ProjectOnDisk option(Option option, String... values) {
        options = options.with(option, values);
        return this;
    }

    Surroundings surroundings() {
        return new Surroundings(environment, systemProperties, directory);
    }

    Settings settings() {
        return Settings.resolve(options, surroundings());
    }

    ConnectionTarget database() {
        return settings().database();
    }

    ServerTarget server() {
        return (ServerTarget) database();
    }

    /** The database and what chose it, as messages tell them. */
    String chosen() {
        ConnectionTarget database = database();
        return database.describe() + " <- " + database.chosenBy();
    }
}
