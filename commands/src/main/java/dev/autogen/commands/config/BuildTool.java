package dev.autogen.commands.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What builds the project, told by the file it leaves in the project directory. */
public enum BuildTool {
    MAVEN(List.of("pom.xml")),
    GRADLE(List.of("build.gradle.kts", "build.gradle", "settings.gradle.kts", "settings.gradle")),
    /** No build file that autogen knows. */
    NONE(List.of());

    private final List<String> files;

    BuildTool(List<String> files) {
        this.files = files;
    }

    static BuildTool of(Path directory) {
        for (BuildTool tool : values()) {
            if (tool.files.stream().anyMatch(file -> Files.isRegularFile(directory.resolve(file)))) {
                return tool;
            }
        }
        return NONE;
    }
}
