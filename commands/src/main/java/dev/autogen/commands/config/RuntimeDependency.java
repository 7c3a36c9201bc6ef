package dev.autogen.commands.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** The dependency that a project needs for migrations to compile in it: {@code dev.autogen:autogen-runtime}. */
public final class RuntimeDependency {

    private static final String MIGRATION_CLASS = "dev/autogen/migration/Migration.class";

    private RuntimeDependency() {}

    /** True when the class path holds what a migration compiles against. */
    public static boolean isOn(List<Path> classpath) {
        return classpath.stream().anyMatch(RuntimeDependency::holdsRuntime);
    }

    /** What to add to the build file, as its build tool spells it; Maven's spelling where there is none. */
    public static String snippet(ProjectLayout layout, String version) {
        if (layout.tool() == BuildTool.GRADLE) {
            return "implementation(\"dev.autogen:autogen-runtime:" + version + "\")";
        }
        return """
                <dependency>
                  <groupId>dev.autogen</groupId>
                  <artifactId>autogen-runtime</artifactId>
                  <version>%s</version>
                </dependency>""".formatted(version);
    }

    private static boolean holdsRuntime(Path entry) {
        if (Files.isDirectory(entry)) {
            return Files.exists(entry.resolve(MIGRATION_CLASS));
        }
        if (!entry.getFileName().toString().contains("autogen")) {
            return false;
        }
        try (ZipFile jar = new ZipFile(entry.toFile())) {
            return jar.getEntry(MIGRATION_CLASS) != null;
        } catch (IOException e) {
            // What is no readable archive gives the compiler no classes either.
            return false;
        }
    }
}
