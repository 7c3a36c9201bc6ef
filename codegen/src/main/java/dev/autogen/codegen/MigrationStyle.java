package dev.autogen.codegen;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a team wants its migrations to look, where teams differ.
 *
 * @param classNames how classes are named
 * @param yearlyPackages whether each year has a package of its own, {@code migrations.y2026}
 * @param header text above the package, such as a licence; empty for none. A text that is no comment yet becomes one
 * @param showSql whether the SQL of each operation stands above it, as a comment
 */
public record MigrationStyle(ClassNameTemplate classNames, boolean yearlyPackages, String header, boolean showSql) {
    /** What is done where nobody asked for anything else. */
    public static final MigrationStyle DEFAULT = new MigrationStyle(ClassNameTemplate.DEFAULT, false, "", false);

    /**
     * Checks the header.
     *
     * @throws IllegalArgumentException if it begins like a comment but holds something behind that, or does not end
     */
    public MigrationStyle {
        requireNonNull(classNames, "classNames is null");
        header = header.strip();
        boolean block = header.startsWith("/*");
        if (block && header.indexOf("*/", 2) != header.length() - 2) {
            throw new IllegalArgumentException("begins with /*, but its first */ is not its end");
        }
        if (!block
                && header.startsWith("//")
                && !header.lines()
                        .allMatch(line -> line.isBlank() || line.strip().startsWith("//"))) {
            throw new IllegalArgumentException("begins with //, but not every line does");
        }
    }

    /** The header as a comment with the line break behind it; empty without one. */
    String headerComment() {
        if (header.isEmpty()) {
            return "";
        }
        List<String> lines = header.lines()
                .map(line -> JavaText.harmless(line.replace("\t", "    ")).stripTrailing())
                .toList();
        if (header.startsWith("/*") || header.startsWith("//")) {
            return String.join("\n", lines) + "\n";
        }
        return lines.stream()
                .map(line -> (" * " + line.replace("*/", "* /")).stripTrailing() + "\n")
                .collect(Collectors.joining("", "/*\n", " */\n"));
    }

    /** The same draft with the names that this style gives it. */
    public MigrationDraft named(MigrationDraft draft, String basePackage) {
        return draft.withNames(
                yearlyPackages
                        ? ClassNameTemplate.yearly(basePackage, draft.revision().created())
                        : basePackage,
                classNames.name(draft.revision()));
    }
}
