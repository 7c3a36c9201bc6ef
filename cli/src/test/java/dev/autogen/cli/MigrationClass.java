package dev.autogen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A migration as it lies in a project.
 *
 * @param file where it lies
 */
record MigrationClass(Path file) {
    private static final Pattern ID = Pattern.compile("@Revision\\(id = \"([^\"]+)\"");

    /** All that a project has in the folder that is the default, in the order in which they were written. */
    static List<MigrationClass> of(Path project) {
        try (Stream<Path> files = Files.list(project.resolve("src/main/java/migrations"))) {
            return files.filter(file -> file.getFileName().toString().matches("M\\d+_\\w+\\.java"))
                    .sorted()
                    .map(MigrationClass::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that was written last. */
    static MigrationClass newest(Path project) {
        List<MigrationClass> all = of(project);
        return all.get(all.size() - 1);
    }

    String source() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        Matcher matcher = ID.matcher(source());
        if (!matcher.find()) {
            throw new AssertionError("no @Revision in " + file);
        }
        return matcher.group(1);
    }

    /** The source with the same words for all that differs from run to run: identifiers, the moment, the class name, estimates. */
    String timeless() {
        return source().replaceAll("\\b(id|revises) = \"[0-9a-f]{12}\"", "$1 = \"<$1>\"")
                .replaceAll("created = \"[^\"]+\"", "created = \"<created>\"")
                .replaceAll("M\\d{14}_", "M00000000000000_")
                .replaceAll(" \\(about \\S+ rows?\\)", "");
    }

    /** Fills the methods of an empty migration. */
    void fill(String upgrade, String downgrade) {
        write(body(body(source(), "upgrade", upgrade), "downgrade", downgrade));
    }

    /** Replaces a text, where it occurs. */
    void replace(String text, String by) {
        write(source().replace(text, by));
    }

    private static String body(String source, String method, String statements) {
        return source.replaceFirst(
                "(?s)(void " + method + "\\(Operations op\\) \\{).*?\n  \\}",
                "$1\n" + Matcher.quoteReplacement(statements) + "  }");
    }

    private void write(String source) {
        try {
            Files.writeString(file, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
