package dev.autogen.commands.report;

import static java.util.stream.Collectors.joining;

import dev.autogen.commands.config.ConfigurationException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The forms a report comes in. */
public enum ReportFormat {
    /** A line a difference, for people at a terminal. */
    TEXT,
    /** For programs; {@code docs/formats.md} describes it. */
    JSON,
    /** The statements that would run. */
    SQL,
    /** A table for a pull request. */
    MARKDOWN,
    /** Annotations that GitHub Actions shows at the lines concerned. */
    GITHUB,
    /** SARIF 2.1.0, for code scanning and editors. */
    SARIF,
    /** The XML of JUnit, which CI servers show as tests. */
    JUNIT;

    /** What {@code diff} prints. */
    public static final Set<ReportFormat> OF_DIFF = Set.of(TEXT, JSON, SQL, MARKDOWN);

    /** What {@code check} prints. */
    public static final Set<ReportFormat> OF_CHECK = Set.of(TEXT, JSON, MARKDOWN, GITHUB, SARIF, JUNIT);

    /** What {@code lint} prints. */
    public static final Set<ReportFormat> OF_LINT = Set.of(TEXT, JSON, GITHUB, SARIF, JUNIT);

    /** What {@code verify} prints. */
    public static final Set<ReportFormat> OF_VERIFY = Set.of(TEXT, JSON, GITHUB, JUNIT);

    /**
     * This format, if the command has it.
     *
     * @throws ConfigurationException if not
     */
    public ReportFormat requireOneOf(String command, Set<ReportFormat> formats) {
        if (formats.contains(this)) {
            return this;
        }
        List<String> known = Stream.of(values())
                .filter(formats::contains)
                .map(ReportFormat::word)
                .toList();
        throw new ConfigurationException("`" + command + "` does not print --format " + word() + ". It prints "
                + known.stream().collect(joining(", ")) + ".");
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
