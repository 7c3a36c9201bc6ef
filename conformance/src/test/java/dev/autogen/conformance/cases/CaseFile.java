package dev.autogen.conformance.cases;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file of cases.
 *
 * @param file where it is
 * @param preface what stands before the first case: words, and a {@code given} for all cases without one of their own
 * @param cases in its order
 */
record CaseFile(Path file, String preface, List<Case> cases) {
    private static final Path FOLDER = Path.of("src/test/resources/cases");
    private static final String CASE = "=== ";
    private static final String SECTION = "--- ";

    CaseFile {
        cases = List.copyOf(cases);
    }

    /** All files, sorted by name. */
    static List<CaseFile> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".cases"))
                    .sorted()
                    .map(CaseFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CaseFile read(Path file) {
        try {
            String[] parts = ("\n" + Files.readString(file)).split("\n" + CASE);
            List<Case> cases = new ArrayList<>();
            String given = parse(parts[0]).section(Section.GIVEN).orElse("");
            for (int i = 1; i < parts.length; i++) {
                cases.add(parse(parts[i]).withCommon(given));
            }
            return new CaseFile(file, parts[0].strip(), cases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static Case parse(String text) {
        String[] parts = text.split("\n" + SECTION);
        Map<Section, String> sections = new EnumMap<>(Section.class);
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('\n');
            String heading = SECTION + (end < 0 ? parts[i] : parts[i].substring(0, end));
            String body = end < 0 ? "" : parts[i].substring(end + 1).strip();
            if (sections.put(Section.of(heading), body) != null) {
                throw new IllegalArgumentException(parts[0] + " has two sections " + heading);
            }
        }
        return new Case(parts[0].strip(), sections, "");
    }

    /** Writes these cases where the old ones are. */
    void write(List<Case> newCases) {
        try {
            Files.writeString(
                    file, preface + "\n\n" + newCases.stream().map(Case::print).collect(joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
