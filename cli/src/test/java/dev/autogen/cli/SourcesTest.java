package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules about the source files themselves, of all modules. */
class SourcesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int MOST_LINES = 450;

    /** Tests may be longer: they hold whole generated files. */
    @Test
    void no_file_is_too_long_to_be_read_at_once() {
        assertThat(productSources().toList())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(lines(file))
                        .as(ROOT.relativize(file).toString())
                        .hasSizeLessThanOrEqualTo(MOST_LINES));
    }

    @Test
    void every_package_says_what_it_is() {
        assertThat(productSources()
                        .map(Path::getParent)
                        .distinct()
                        .filter(directory -> !Files.exists(directory.resolve("package-info.java")))
                        .map(ROOT::relativize))
                .isEmpty();
    }

    private static Stream<Path> productSources() {
        return sources().stream().filter(file -> file.toString().contains("src/main/java/dev/autogen/"));
    }

    /** Of {@code src} directories alone: what lies in {@code target} or in a database's directory may come and go. */
    private static List<Path> sources() {
        try (Stream<Path> roots = Files.find(ROOT, 3, (file, attributes) -> file.endsWith("src"))) {
            return roots.flatMap(SourcesTest::javaFiles).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
