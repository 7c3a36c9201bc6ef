package dev.autogen.commands.config;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every setting that an option, a variable or a key of {@code autogen.properties} may give.
 *
 * <p>{@code --lock-timeout} is the option, {@code AUTOGEN_LOCK_TIMEOUT} the variable, {@code lock-timeout} the key.
 */
public enum Option {
    URL("url", Shape.TEXT, "DATABASE_URL"),
    USER("user", Shape.TEXT),
    PASSWORD_FILE("password-file", Shape.TEXT),
    SCHEMA("schema", Shape.NAMES, "DATABASE_SCHEMA"),
    PROJECT("project", Shape.TEXT),
    ENTITIES("entities", Shape.PATHS),
    CLASSPATH("classpath", Shape.PATHS),
    PACKAGES("packages", Shape.NAMES),
    HIBERNATE("hibernate", Shape.ENTRIES),
    SERVICE("service", Shape.ENTRIES),
    INCLUDE_CLASS("include-class", Shape.PATTERNS),
    EXCLUDE_CLASS("exclude-class", Shape.PATTERNS),
    INCLUDE("include", Shape.PATTERNS),
    EXCLUDE("exclude", Shape.PATTERNS),
    STRICT("strict", Shape.FLAG),
    ALLOW_DROPS("allow-drops", Shape.FLAG),
    RENAME("rename", Shape.ENTRIES),
    RENAME_SPELLING("rename-spelling", Shape.FLAG),
    NO_INPUT("no-input", Shape.FLAG),
    PLAIN("plain", Shape.FLAG),
    SPLIT("split", Shape.TEXT),
    NAMING("naming", Shape.TEXT),
    MIGRATIONS("migrations", Shape.PATHS),
    PACKAGE("package", Shape.PATHS),
    PACKAGE_PER_YEAR("package-per-year", Shape.FLAG),
    CLASS_NAME("class-name", Shape.TEXT),
    HEADER("header", Shape.TEXT),
    SHOW_SQL("show-sql", Shape.FLAG),
    POST_WRITE("post-write", Shape.COMMANDS),
    VERSION_TABLE("version-table", Shape.TEXT),
    VERSION_SCHEMA("version-schema", Shape.TEXT),
    LOCK_TIMEOUT("lock-timeout", Shape.TEXT),
    STATEMENT_TIMEOUT("statement-timeout", Shape.TEXT),
    SCHEMAS_FROM("schemas-from", Shape.TEXT),
    EACH("each", Shape.WORDS),
    PARALLEL("parallel", Shape.TEXT),
    FAIL_FAST("fail-fast", Shape.FLAG),
    FROM("from", Shape.TEXT),
    TO("to", Shape.TEXT),
    AGAINST("against", Shape.TEXT),
    PROFILE("profile", Shape.TEXT),
    PROOF("proof", Shape.TEXT),
    NO_PROOF("no-proof", Shape.FLAG),
    SCRATCH_URL("scratch-url", Shape.TEXT),
    NO_PREFLIGHT("no-preflight", Shape.FLAG),
    PROBE_TIMEOUT("probe-timeout", Shape.TEXT),
    SAMPLE_OVER("sample-over", Shape.TEXT);

    /** How the text of one value is cut into several. */
    private enum Shape {
        TEXT,
        FLAG,
        /** Separated by commas or white space. */
        NAMES,
        /** Separated by white space. */
        WORDS,
        /** Separated by commas or the platform's path separator. */
        PATHS,
        /** {@code KEY=VALUE}, separated by the commas that a further {@code KEY=} follows. */
        ENTRIES,
        /** Separated by commas, but for those within brackets. */
        PATTERNS,
        /** Separated by line breaks or semicolons outside of quotes. */
        COMMANDS
    }

    private static final Pattern NAME = Pattern.compile("\"(?:[^\"]|\"\")+\"(?=[,\\s]|$)|[^,\\s]+");

    private final String key;
    private final Shape shape;
    private final List<String> variables;

    Option(String key, Shape shape, String... documentedVariables) {
        this.key = key;
        this.shape = shape;
        this.variables = Stream.concat(
                        Stream.of("AUTOGEN_" + key.toUpperCase(Locale.ROOT).replace('-', '_')),
                        Arrays.stream(documentedVariables))
                .toList();
    }

    /** The option's long name without its dashes, and its key in {@code autogen.properties}. */
    public String key() {
        return key;
    }

    /** The environment variables that give it, the strongest first. */
    public List<String> variables() {
        return variables;
    }

    static Optional<Option> ofKey(String key) {
        return Arrays.stream(values()).filter(option -> option.key.equals(key)).findFirst();
    }

    /** Cuts what a variable or a properties key says into the values it means. */
    List<String> split(String text) {
        return switch (shape) {
            case TEXT, FLAG -> List.of(text.strip());
            case NAMES -> names(text);
            case WORDS -> pieces(text, "\\s+");
            case PATHS -> pieces(text, "[,\\v" + Pattern.quote(File.pathSeparator) + "]");
            case ENTRIES -> entries(text);
            case PATTERNS -> patterns(text);
            case COMMANDS -> PostWriteCommand.split(text);
        };
    }

    /** Cuts what one occurrence of the option says: entries, patterns and commands are never cut, they can be repeated. */
    List<String> splitArgument(String text) {
        return switch (shape) {
            case ENTRIES, PATTERNS, COMMANDS -> List.of(text.strip());
            case TEXT, FLAG, NAMES, WORDS, PATHS -> split(text);
        };
    }

    /** Double quotes, doubled within, hold a name together that white space or a comma would cut. */
    private static List<String> names(String text) {
        return NAME.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(name -> name.matches("(?s)\".+\"")
                        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                        : name)
                .toList();
    }

    private static List<String> pieces(String text, String separator) {
        return Arrays.stream(text.split(separator, -1))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    private static List<String> entries(String text) {
        List<String> entries = new ArrayList<>();
        for (String piece : text.split(",", -1)) {
            if (piece.contains("=") || entries.isEmpty()) {
                entries.add(piece);
            } else {
                entries.set(entries.size() - 1, entries.get(entries.size() - 1) + "," + piece);
            }
        }
        return entries.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private static List<String> patterns(String text) {
        List<String> patterns = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth--;
                case ',' -> {
                    if (depth <= 0) {
                        patterns.add(text.substring(start, i));
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        patterns.add(text.substring(start));
        return patterns.stream()
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .toList();
    }
}
