package dev.autogen.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a command ends, its server ends too, and the next command finds the data as they were. */
class EndOfProcessTest {

    @TempDir
    Path project;

    @Test
    void a_terminated_process_stops_its_server_first() throws Exception {
        Path directory = project.resolve("pg");
        OtherProcess other = OtherProcess.serving(directory.toString());
        long server = postmaster(directory);
        other.terminate();
        assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
        eventually(() -> !alive(server));
    }

    @Test
    void the_server_of_a_killed_process_is_stopped_at_once() throws Exception {
        Path directory = project.resolve("pg");
        OtherProcess other = OtherProcess.serving(directory.toString());
        long server = postmaster(directory);
        other.kill();
        eventually(() -> !alive(server));
        assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_server_left_over_is_stopped_by_the_next_start() throws Exception {
        Path directory = project.resolve("mein Projekt/pg");
        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            EmbeddedServerTest.execute(server, "postgres", "CREATE TABLE t AS SELECT 42 AS n");
        }
        OtherProcess other = OtherProcess.serving(directory.toString());
        long leftover = postmaster(directory);
        other.killWithGuard();
        assertThat(alive(leftover)).isTrue();

        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            eventually(() -> !alive(leftover));
            assertThat(EmbeddedServerTest.query(server, "postgres", "SELECT n FROM t"))
                    .isEqualTo("42");
        }
    }

    @Test
    void a_temporary_server_left_over_is_cleared_away_by_the_next_one() throws Exception {
        OtherProcess other = OtherProcess.serving("temporary");
        Path directory = Path.of(other.directory());
        long leftover = postmaster(directory);
        other.killWithGuard();
        assertThat(alive(leftover)).isTrue();

        EmbeddedServer.startTemporary().close();
        assertThat(directory).doesNotExist();
        eventually(() -> !alive(leftover));
    }

    @Test
    void a_temporary_server_in_use_is_left_alone() throws Exception {
        try (OtherProcess other = OtherProcess.serving("temporary")) {
            Path directory = Path.of(other.directory());
            EmbeddedServer.startTemporary().close();
            assertThat(alive(postmaster(directory))).isTrue();
        }
    }

    @Test
    void data_survive_the_death_of_the_server() throws Exception {
        Path directory = project.resolve("pg");
        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            EmbeddedServerTest.execute(server, "postgres", "CREATE TABLE t AS SELECT 42 AS n");
            ProcessHandle.of(postmaster(directory)).orElseThrow().destroyForcibly();
            eventually(() -> !EmbeddedServerTest.reachable(server));
        }
        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            assertThat(EmbeddedServerTest.query(server, "postgres", "SELECT n FROM t"))
                    .isEqualTo("42");
        }
    }

    @Test
    void a_process_that_got_the_number_of_a_dead_server_is_left_alone() throws Exception {
        Path directory = project.resolve("pg");
        EmbeddedServer.start(directory).close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Path pidFile = directory.resolve("data/postmaster.pid");
            Files.writeString(pidFile, stranger.pid() + "\n" + directory + "/data\n1795239035\n5432\n\n127.0.0.1\n");
            try (EmbeddedServer server = EmbeddedServer.start(directory)) {
                assertThat(EmbeddedServerTest.reachable(server)).isTrue();
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    private static long postmaster(Path directory) throws IOException {
        return Long.parseLong(
                Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0));
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
            Thread.sleep(10);
        }
    }
}
