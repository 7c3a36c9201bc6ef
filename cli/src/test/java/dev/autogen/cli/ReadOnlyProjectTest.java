package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project that nothing can be written into: looking works, writing says what cannot be written, exit code 2. */
class ReadOnlyProjectTest {
    @TempDir
    private Path directory;

    private TestDatabase database;
    private SmallProject project;
    private Terminal terminal;

    @BeforeEach
    void prepare() {
        database = PostgresForTests.freshDatabase();
        project = new SmallProject(directory.resolve("project"));
        project.type(SmallProject.THING);
        terminal = Terminal.in(project.directory()).on(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_file_where_the_migrations_folder_should_be() {
        Path file = project.write("src/main/java/migrations", "not a directory");
        terminal.autogen("-m", "first").fails(2, file.toString());
        assertThat(file).hasContent("not a directory");
    }

    @Test
    void a_file_where_autogens_own_directory_should_be() {
        Path file = project.write(".autogen", "not a directory");
        terminal.autogen("-m", "first").fails(2, file.toString());
        terminal.with("DATABASE_URL", "embedded").autogen("upgrade").fails(3, file.toString());
        assertThat(terminal.autogen("check").exit()).isEqualTo(1);
        assertThat(project.migrations()).isEmpty();
    }

    @Test
    void a_report_that_cannot_be_written() {
        Path file = project.write("report", "a file");
        terminal.autogen("check", "--output", file.resolve("of-today.json").toString())
                .fails(2, file.toString());
    }

    @Test
    void without_permission_to_write() throws IOException {
        Assumptions.assumeFalse("root".equals(System.getProperty("user.name")), "permissions do not bind root");
        Files.setPosixFilePermissions(project.directory(), PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            terminal.autogen("-m", "first").fails(2, ".autogen", "permission denied");
            assertThat(terminal.autogen("check").exit()).isEqualTo(1);
        } finally {
            Files.setPosixFilePermissions(project.directory(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Binds root as well; where a name space of mounts may not be made, {@link #without_permission_to_write} stands in. */
    @Test
    void on_a_file_system_that_is_mounted_read_only() throws Exception {
        project.migration("aa01");
        terminal.ok("upgrade");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String script =
                "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" || exit 99; cd \"$1\"; shift; exec \"$@\"";
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "-m",
                "sh",
                "-c",
                script,
                "sh",
                project.directory().toString(),
                java,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        Terminal.Outcome generated = run(command, "-m", "first");
        Assumptions.assumeTrue(generated != null && generated.exit() != 99, "no mounts here");
        generated.fails(2, project.directory().toString(), "Read-only file system");
        assertThat(run(command, "check").exit()).isEqualTo(1);
        assertThat(run(command, "history").exit()).isZero();
        assertThat(project.migrations()).containsExactly("M_aa01.java");
    }

    /** Null where there is no such program. */
    private Terminal.Outcome run(List<String> command, String... words) throws Exception {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(words));
        Path out = Files.createTempFile(directory, "out", null);
        Path err = Files.createTempFile(directory, "err", null);
        ProcessBuilder builder =
                new ProcessBuilder(all).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(terminal.environment());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return null;
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Terminal.Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
