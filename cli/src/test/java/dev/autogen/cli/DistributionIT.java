package dev.autogen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that {@code mvn package} made, unpacked somewhere else and started without Maven. */
class DistributionIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @TempDir
    Path directory;

    @Test
    void the_archive_runs_from_any_directory_and_through_a_link() throws Exception {
        Path start = unpack();
        Path link = Files.createSymbolicLink(directory.resolve("autogen"), start);

        assertThat(run(link, "--version")).startsWith("autogen ").contains("0.1.0");
    }

    @Test
    void the_archive_can_be_prepared_to_start_faster() throws Exception {
        Path start = unpack();

        assertThat(run(start, "--prepare-start")).isEmpty();
        assertThat(start.resolve("../../lib").normalize()).isDirectoryContaining("glob:**/classes-*.jsa");
        assertThat(run(start, "--version")).startsWith("autogen ").contains("0.1.0");
    }

    @Test
    void a_missing_java_is_said_in_a_sentence() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(unpack().toString());
        builder.environment().put("JAVA_HOME", directory.toString());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(output)
                .isEqualTo(
                        "autogen: no Java found at JAVA_HOME (%s). Install a JDK 17 or newer, or let JAVA_HOME point at one.\n"
                                .formatted(directory));
    }

    /** Nothing here can run it: it is held to what the other one does. */
    @Test
    void windows_has_a_start_with_the_same_options() throws Exception {
        Path start = unpack();
        String windows = Files.readString(start.resolveSibling("autogen.cmd"));

        assertThat(windows.replace("\r\n", "")).doesNotContain("\n").contains("dev.autogen.cli.Main %*");
        assertThat(options(windows)).isNotEmpty().isEqualTo(options(Files.readString(start)));
    }

    private static List<String> options(String start) {
        return Pattern.compile("-(?:X|D)[^ \"]+")
                .matcher(start.lines()
                        .filter(line -> line.contains("-XX:TieredStopAtLevel"))
                        .findFirst()
                        .orElseThrow())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private String run(Path start, String argument) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(start.toString(), argument).directory(directory.toFile());
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private Path unpack() throws IOException, InterruptedException {
        Path archive;
        try (Stream<Path> files = Files.list(TARGET)) {
            archive = files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> tar = List.of("tar", "-xzf", archive.toString(), "-C", directory.toString());
        assertThat(new ProcessBuilder(tar).inheritIO().start().waitFor()).isZero();
        String name = archive.getFileName().toString().replace(".tar.gz", "");
        return directory.resolve(name).resolve("bin/autogen");
    }
}
