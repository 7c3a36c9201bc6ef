package dev.autogen.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When there can be no server, one paragraph says why, where, and what to do. */
class RefusalsTest {

    @TempDir
    Path project;

    @Test
    void a_directory_that_cannot_be_made() throws Exception {
        Path file = Files.writeString(project.resolve(".autogen"), "");
        assertRefused(file.resolve("pg-17"))
                .hasMessage(
                        "The embedded database keeps its data in %s, but autogen cannot use that directory: %s is not a"
                                        .formatted(file.resolve("pg-17"), file)
                                + " directory. Make it readable and writable, or name another database with --url.");
    }

    @Test
    void a_read_only_project() {
        // Root may write to any directory but those that the kernel makes up.
        Path readOnly = Path.of("/proc/autogen");
        assumeTrue(Files.isDirectory(readOnly.getParent()));
        assertRefused(readOnly.resolve("pg-17"))
                .hasMessageContaining(readOnly.resolve("pg-17").toString())
                .hasMessageContaining("--url");
    }

    @Test
    void data_of_another_major_version() throws Exception {
        Path directory = made();
        Files.writeString(directory.resolve("data/PG_VERSION"), "9\n");
        assertRefused(directory)
                .hasMessage(
                        "The directory %s of the embedded database holds data of PostgreSQL 9, but this autogen brings"
                                        .formatted(directory)
                                + " PostgreSQL " + EmbeddedServer.bundledMajorVersion()
                                + ". Delete that directory, autogen will make it anew, or name another database with --url.");
    }

    @Test
    void data_that_are_corrupted() throws Exception {
        Path directory = made();
        Files.delete(directory.resolve("data/global/pg_control"));
        assertRefused(directory)
                .hasMessageContaining("PostgreSQL says \"")
                .hasMessageContaining(directory.resolve("server.log").toString())
                .hasMessageContaining("Delete that directory");
    }

    @Test
    void data_that_are_incomplete() throws Exception {
        Path directory = made();
        Files.delete(directory.resolve("password"));
        assertRefused(directory).hasMessageContaining("does not hold a complete database");
    }

    @Test
    void what_was_refused_works_once_it_is_put_right() throws Exception {
        Path directory = made();
        String version = Files.readString(directory.resolve("data/PG_VERSION"));
        Files.writeString(directory.resolve("data/PG_VERSION"), "9\n");
        assertRefused(directory);
        Files.writeString(directory.resolve("data/PG_VERSION"), version);
        EmbeddedServer.start(directory).close();
    }

    @Test
    void an_initialisation_that_was_interrupted_is_started_again() throws Exception {
        Path unfinished = Files.createDirectories(project.resolve("pg/data.new"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "17");
        try (EmbeddedServer server = EmbeddedServer.start(project.resolve("pg"))) {
            assertThat(EmbeddedServerTest.reachable(server)).isTrue();
        }
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void a_machine_that_there_are_no_programs_for() {
        assertThatThrownBy(() -> ServerBinaries.unpacked(new Platform("plan9", "vax", false), project))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessage(
                        "This build of autogen brings no embedded PostgreSQL for plan9 on vax (no postgres-plan9-vax.txz on"
                                + " the class path). Build it on such a machine, or name another database with --url,"
                                + " and for proofs another server with --scratch-url.");
    }

    @Test
    void a_full_disk_and_a_taken_port_are_told_from_the_log() {
        String log = """
                2026-11-21 10:15:30 UTC [7] LOG:  starting PostgreSQL
                2026-11-21 10:15:30 UTC [7] FATAL:  could not write lock file "postmaster.pid": No space left on device
                2026-11-21 10:15:30 UTC [7] LOG:  database system is shut down
                """;
        assertThat(ServerLog.tellsOfFullDisk(log)).isTrue();
        assertThat(ServerLog.tellsOfTakenPort(log)).isFalse();
        assertThat(ServerLog.lastError(log)).isEqualTo("the disk is full");
        assertThat(ServerLog.tellsOfTakenPort(
                        "LOG:  could not bind IPv4 address \"127.0.0.1\": Address already in use"))
                .isTrue();
    }

    private Path made() {
        Path directory = project.resolve("pg");
        EmbeddedServer.start(directory).close();
        return directory;
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path directory) {
        return assertThatThrownBy(() -> EmbeddedServer.start(directory)).isInstanceOf(EmbeddedServerException.class);
    }
}
