package dev.autogen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher at the root of a clone, in a small tree whose Maven is a script: it notes that it ran and makes the start script. */
class LauncherTest {

    private static final String BUILDING = "autogen: building, once (about a minute) ...\n";

    @TempDir
    Path directory;

    private Path clone;
    private Path builds;

    @BeforeEach
    void a_fresh_clone() throws IOException {
        clone = Files.createDirectory(directory.resolve("a clone"));
        builds = directory.resolve("builds");
        script(clone.resolve("autogen"), Files.readString(Path.of("..", "autogen")));
        Files.createDirectories(clone.resolve("schema/src/main/java"));
        Files.createDirectories(clone.resolve("src-test-fixtures/shop/src/main/java"));
        Files.createDirectories(clone.resolve("cli/src/main/java"));
        Files.writeString(clone.resolve("pom.xml"), "<project/>");
        a_working_maven();
    }

    @Test
    void a_fresh_clone_is_built_with_one_line_and_then_started() throws Exception {
        Outcome outcome = run("-m", "add products table");

        assertThat(outcome).isEqualTo(new Outcome(0, "started: -m add products table\n", BUILDING));
        assertThat(builds)
                .content()
                .isEqualTo(clone.toRealPath() + " -B -q -Dstyle.color=never -Dquick -pl cli -am install\n");
    }

    @Test
    void what_is_built_starts_at_once() throws Exception {
        run();

        assertThat(run()).isEqualTo(new Outcome(0, "started: \n", ""));
        assertThat(builds).content().hasLineCount(1);
    }

    @Test
    void a_newer_source_is_built() throws Exception {
        run();
        later(Files.writeString(clone.resolve("schema/src/main/java/Catalog.java"), ""));

        assertThat(run().error()).isEqualTo(BUILDING);
    }

    @Test
    void a_newer_pom_is_built() throws Exception {
        run();
        later(clone.resolve("pom.xml"));

        assertThat(run().error()).isEqualTo(BUILDING);
    }

    @Test
    void a_migration_written_into_the_shop_is_no_reason_to_build() throws Exception {
        run();
        later(Files.writeString(clone.resolve("src-test-fixtures/shop/src/main/java/M.java"), ""));

        assertThat(run().error()).isEmpty();
    }

    @Test
    void exit_codes_pass_through() throws Exception {
        run();
        ProcessBuilder start = launcher(clone.resolve("autogen"));
        start.environment().put("CODE", "5");

        assertThat(finish(start.start()).code()).isEqualTo(5);
    }

    @Test
    void it_runs_through_a_chain_of_symbolic_links() throws Exception {
        Files.createSymbolicLink(directory.resolve("first"), Path.of("a clone", "autogen"));
        Files.createSymbolicLink(directory.resolve("second"), Path.of("first"));

        assertThat(finish(launcher(directory.resolve("second"), "current").start())
                        .output())
                .isEqualTo("started: current\n");
    }

    @Test
    void a_failed_build_shows_mavens_errors_and_exits_70() throws Exception {
        maven("""
                #!/usr/bin/env bash
                echo '[INFO] much else'
                echo '[ERROR] Catalog.java:[3,5] not a statement'
                exit 1
                """);

        Outcome outcome = run();

        assertThat(outcome.code()).isEqualTo(70);
        assertThat(outcome.error())
                .isEqualTo(BUILDING + "[ERROR] Catalog.java:[3,5] not a statement\n"
                        + "autogen: the build failed; all of Maven's output is in " + clone.toRealPath()
                        + "/target/launcher/build.log\n");
    }

    @Test
    void a_build_that_failed_is_tried_again() throws Exception {
        script(directory.resolve("bin/mvn"), "#!/usr/bin/env bash\nexit 1\n");
        run();
        a_working_maven();

        assertThat(run().code()).isZero();
    }

    @Test
    void two_first_starts_at_once_build_once() throws Exception {
        List<Process> started = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            started.add(launcher(clone.resolve("autogen")).start());
        }
        for (Process process : started) {
            assertThat(finish(process).output()).isEqualTo("started: \n");
        }
        assertThat(builds).content().hasLineCount(1);
    }

    private void a_working_maven() throws IOException {
        maven("""
                #!/usr/bin/env bash
                sleep 0.3
                echo "$PWD $*" >>"$BUILDS"
                mkdir -p cli/target/autogen/bin
                printf '#!/usr/bin/env bash\\necho "started: $*"\\nexit "${CODE:-0}"\\n' >cli/target/autogen/bin/autogen
                chmod +x cli/target/autogen/bin/autogen
                """);
    }

    private void maven(String text) throws IOException {
        Files.createDirectories(directory.resolve("bin"));
        script(directory.resolve("bin/mvn"), text);
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A moment after whatever was built before, however coarse the file system's clock is. */
    private static void later(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(2)));
    }

    private Outcome run(String... arguments) throws Exception {
        return finish(launcher(clone.resolve("autogen"), arguments).start());
    }

    private ProcessBuilder launcher(Path file, String... arguments) {
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().merge("PATH", directory.resolve("bin") + ":", (path, first) -> first + path);
        builder.environment().put("BUILDS", builds.toString());
        return builder;
    }

    private static Outcome finish(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        String error = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), output, error);
    }

    private record Outcome(int code, String output, String error) {}
}
