package dev.autogen.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may start a server. The tests run as one of them; as root they play the others. */
class AccountsTest {

    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups");

    @TempDir
    Path project;

    @Test
    void root_where_user_namespaces_are_forbidden() throws Exception {
        assumeRoot();
        ServerAccount nobody = ServerAccount.NOBODY;
        Programs programs = new Programs(ServerBinaries.unpacked(nobody), nobody);
        Path directory = project.resolve("mein Projekt/pg");
        for (int start = 1; start <= 2; start++) {
            try (EmbeddedServer server =
                    EmbeddedServer.start(directory, programs, Duration.ofSeconds(10), message -> {})) {
                assertThat(EmbeddedServerTest.reachable(server)).isTrue();
            }
        }
        assertThat(Files.getOwner(directory.resolve("data")).getName()).isEqualTo("nobody");
    }

    @Test
    void an_ordinary_user() throws Exception {
        assumeRoot();
        // The class path lies in root's home, and so does the project: neither is for others to read.
        Path home = Files.createTempDirectory("autogen-accounts");
        try {
            ServerAccount.NOBODY.own(home);
            List<String> classPath = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                Path copy = home.resolve("classes" + classPath.size() + ".jar");
                copy(Path.of(entry), copy);
                classPath.add(copy.toString());
            }
            Path directory = home.resolve("pg");
            try (OtherProcess other = OtherProcess.serving(
                    AS_NOBODY,
                    String.join(File.pathSeparator, classPath),
                    directory.toString(),
                    "-Dautogen.cache=" + home.resolve("cache"))) {
                assertThat(other.directory()).isEqualTo(directory.toString());
                assertThat(Files.getOwner(directory.resolve("data")).getName()).isEqualTo("nobody");
            }
            assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
        } finally {
            FileTree.delete(home);
        }
    }

    private static void copy(Path from, Path to) throws Exception {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void assumeRoot() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self"))
                && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0));
        assumeTrue(new ProcessBuilder("setpriv", "--version").start().waitFor() == 0);
    }
}
