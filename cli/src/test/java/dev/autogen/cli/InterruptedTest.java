package dev.autogen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.autogen.fixtures.PostgresForTests;
import dev.autogen.fixtures.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle, of a process as the start script makes it: nothing is left half done, and the next command works. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class InterruptedTest {
    /** Signal 2, as the kernel counts them in a mask. */
    private static final long SIGINT = 1L << 1;

    private static final String SLOW =
            "op.execute(\"create table slow (id int)\"); op.execute(\"select pg_sleep(60)\");";

    @TempDir
    private Path directory;

    /** A build that a script starts in the background ignores SIGINT, and so does every process of it. */
    @BeforeAll
    static void interruptsAreHeard() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            long ignored = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> Long.parseUnsignedLong(
                            line.substring("SigIgn:".length()).strip(), 16))
                    .findFirst()
                    .orElse(0L);
            assumeThat(ignored & SIGINT).as("SIGINT is ignored").isZero();
        }
    }

    @Test
    void an_upgrade_is_rolled_back_and_its_lock_free() throws Exception {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            SmallProject project = new SmallProject(directory);
            project.migration("aa01");
            project.migration("aa02", List.of("aa01"), SLOW, "op.dropTable(\"slow\");");
            Terminal terminal = Terminal.in(directory).on(database);

            assertThat(interrupt(start(terminal, "upgrade"), "Upgrading to aa02"))
                    .contains("error: Upgrade to aa02")
                    .contains("This migration was rolled back whole; earlier ones stay applied.");

            project.migration("aa02", "aa01");
            terminal.ok("upgrade", "--lock-timeout", "2s");
            assertThat(database.query("select relname from pg_class where relname in ('slow', 't_aa01', 't_aa02')"
                            + " order by relname"))
                    .containsExactly("t_aa01", "t_aa02");
            assertThat(database.query("select revision from autogen_history")).containsExactly("aa01", "aa02");
            assertThat(database.query("select 1 from pg_locks where locktype = 'advisory'"
                            + " and database = (select oid from pg_database where datname = current_database())"))
                    .isEmpty();
        }
    }

    @Test
    void the_embedded_server_stops_and_nothing_is_written() throws Exception {
        SmallProject project = new SmallProject(directory);
        project.type(SmallProject.THING);
        project.migration("aa01");
        project.migration("aa02", List.of("aa01"), SLOW, "");
        Terminal terminal = Terminal.in(directory).with("DATABASE_URL", "embedded");

        interrupt(start(terminal, "-m", "first"), "Upgrading to aa02");

        assertThat(postmasters()).isEmpty();
        assertThat(project.migrations()).containsExactly("M_aa01.java", "M_aa02.java");
        project.migration("aa02", "aa01");
        assertThat(terminal.ok("-m", "first")).contains("op.createTable(\"thing\"");
        assertThat(project.migrations()).hasSize(3);
    }

    @Test
    void an_interrupted_comparison_writes_nothing() throws Exception {
        try (TestDatabase database = PostgresForTests.freshDatabase()) {
            SmallProject project = new SmallProject(directory);
            project.type(SmallProject.THING);
            Terminal terminal = Terminal.in(directory).on(database);
            for (int millis : new int[] {0, 300, 700}) {
                Process process = start(terminal, "-m", "first");
                waitFor(process, "Database: ");
                Thread.sleep(millis);
                end(process);
                assertThat(project.migrations())
                        .allSatisfy(file -> assertThat(file).matches("M\\d{14}_First\\.java"))
                        .hasSizeLessThanOrEqualTo(1);
                // The next one would be refused for a migration that is there and not applied.
                for (String written : project.migrations()) {
                    Files.delete(directory.resolve("src/main/java/migrations").resolve(written));
                }
            }
            terminal.ok("-m", "first");
            terminal.ok("upgrade");
            terminal.ok("check");
        }
    }

    /** What bin/autogen starts, without the shell around it. */
    private Process start(Terminal terminal, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Duser.home=" + directory,
                Main.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("PG") || name.startsWith("AUTOGEN_") || name.startsWith("DATABASE_"));
        builder.environment().putAll(terminal.environment());
        return builder.redirectErrorStream(true).start();
    }

    /** Answers what it says afterwards. */
    private static String interrupt(Process process, String once) throws Exception {
        waitFor(process, once);
        Thread.sleep(200);
        end(process);
        return process.inputReader(UTF_8).lines().collect(joining("\n"));
    }

    private static void waitFor(Process process, String line) throws IOException {
        BufferedReader output = process.inputReader(UTF_8);
        StringBuilder seen = new StringBuilder();
        for (String next = output.readLine(); next != null; next = output.readLine()) {
            seen.append(next).append('\n');
            if (next.startsWith(line)) {
                return;
            }
        }
        throw new AssertionError("no line began with " + line + ":\n" + seen);
    }

    /** Sends SIGINT, as Ctrl-C does. */
    private static void end(Process process) throws Exception {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isIn(0, 130);
    }

    /** Servers that still run on this project's data. */
    private List<Path> postmasters() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve(".autogen"))) {
            return files.filter(file -> file.endsWith("postmaster.pid")).toList();
        }
    }
}
