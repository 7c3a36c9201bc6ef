package dev.autogen.differ.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One hazard is one class, one test class and one page, all of one name. */
class HazardPagesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGES = ROOT.resolve("docs/hazards");

    @Test
    void each_id_has_its_page_and_each_page_its_id() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> "docs/hazards/" + page.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of("docs/hazards/README.md"),
                                    Hazards.kinds().stream().map(HazardKind::page))
                            .toList());
        }
    }

    @Test
    void each_id_is_the_name_of_its_class_and_of_its_test_class() {
        for (HazardRule rule : Hazards.RULES) {
            String name = rule.getClass().getSimpleName();
            assertThat(rule.kind().id())
                    .isEqualTo(name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT));
            assertThat(Path.of("src/test/java/dev/autogen/differ/hazard", name + "Test.java"))
                    .exists();
        }
    }

    @Test
    void each_page_says_what_happens_with_an_example_why_what_is_safe_and_how_to_accept_it() throws IOException {
        for (HazardKind kind : Hazards.kinds()) {
            String page = Files.readString(ROOT.resolve(kind.page()));
            assertThat(page)
                    .startsWith("# " + kind.id() + "\n\n" + kind.summary() + ". Severity: " + severity(kind) + ".\n")
                    .containsSubsequence(
                            "\n## What happens\n",
                            "// HAZARD " + kind.id() + ": ",
                            "\n## Why\n",
                            "PostgreSQL",
                            "\n## The safe way\n",
                            "\n## Accept it\n",
                            "@Accept(value = \"" + kind.id() + "\", because = \"...\")");
        }
    }

    @Test
    void the_index_lists_them_in_the_order_in_which_they_are_shown() throws IOException {
        List<String> lines = Files.readAllLines(PAGES.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| [`"))
                .toList();
        assertThat(lines)
                .isEqualTo(Hazards.kinds().stream()
                        .map(kind -> "| [`" + kind.id() + "`](" + kind.id() + ".md) | " + severity(kind) + " | "
                                + kind.summary() + " |")
                        .toList());
    }

    private static String severity(HazardKind kind) {
        return kind.severity().name().toLowerCase(Locale.ROOT);
    }
}
