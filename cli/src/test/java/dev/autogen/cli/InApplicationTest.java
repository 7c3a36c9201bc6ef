package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import dev.autogen.migration.Migrator;
import dev.autogen.migration.revision.RevisionInfo;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line and an application run the same migrations, and each goes on where the other left off. */
class InApplicationTest {
    @TempDir
    private Path directory;

    @Test
    void either_goes_on_where_the_other_left_off_and_the_database_remembers_the_same() throws Exception {
        SmallProject project = new SmallProject(directory);
        project.migration("a1");
        project.migration("b2", "a1");
        project.migration(
                "c3",
                List.of("b2"),
                "op.execute(\"insert into t_a1 values (?)\", 7); op.withConnection(c -> {});"
                        + " op.createIndex(\"ix\", \"t_b2\", \"id\").concurrently();",
                "op.dropIndex(\"ix\", \"t_b2\").concurrently();");
        try (TestDatabase ofTerminal = PostgresForTests.freshDatabase();
                TestDatabase ofApplication = PostgresForTests.freshDatabase();
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {jar().toUri().toURL()})) {
            Migrator migrator = Migrator.forConnections(ofApplication::connect).migrations(loader, "migrations");
            assertThat(ids(migrator.pending())).containsExactly("a1", "b2", "c3");
            migrator.upgrade("b2");
            Terminal terminal = Terminal.in(directory);
            terminal.on(ofTerminal).ok("upgrade");
            terminal.on(ofApplication).ok("upgrade");
            assertThat(migrator.pending()).isEmpty();
            assertThat(ids(migrator.downgrade("-1"))).containsExactly("c3");
            assertThat(ids(migrator.upgrade())).containsExactly("c3");
            assertThat(terminal.on(ofApplication).ok("current", "--check-heads"))
                    .contains("c3");

            String told = "select distinct revision, checksum from autogen_history order by 1";
            assertThat(ofApplication.query(told)).hasSize(3).isEqualTo(ofTerminal.query(told));
        }
    }

    /** The migrations as a build would pack them, without entries for directories, as some packers leave them out. */
    private Path jar() throws IOException {
        Path classes = Files.createDirectory(directory.resolve("classes"));
        List<String> arguments = Stream.concat(
                        Stream.of("-proc:none", "-d", classes.toString()),
                        new SmallProject(directory)
                                .migrations().stream()
                                        .map(file -> directory
                                                .resolve("src/main/java/migrations")
                                                .resolve(file)
                                                .toString()))
                .toList();
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        Path jar = directory.resolve("app.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    private static List<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).toList();
    }
}
