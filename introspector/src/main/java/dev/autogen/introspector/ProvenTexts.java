package dev.autogen.introspector;

import dev.autogen.schema.DataType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts for which PostgreSQL's answer is known without asking: constants in the spelling of the column's own type. What
 * is said here is compared with the server's own answers by test.
 */
final class ProvenTexts {
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,8})");
    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9]\\d{0,8})\\.\\d{1,9}");
    private static final Pattern STRING = Pattern.compile(
            "('(?:[^'\\\\]|'')*')(?:\\s*::\\s*(varchar|character varying|text|bpchar))?", Pattern.CASE_INSENSITIVE);
    private static final int MAX_SECONDS_PRECISION = 6;
    private static final int MAX_NUMERIC_PRECISION = 1000;
    private static final int MAX_LENGTH = 10_485_760;

    /** What is said of a default that is null, which is the same as none. */
    static final String NULL = "NULL";

    private ProvenTexts() {}

    /** Whether PostgreSQL prints the type exactly as it stands. */
    static boolean isCanonical(DataType type) {
        if (!type.isBuiltIn()) {
            return false;
        }
        List<String> modifiers = type.modifiers();
        if (modifiers.isEmpty()) {
            return !type.name().startsWith("interval ");
        }
        return switch (type.name()) {
            case "varchar", "char" -> modifiers.size() == 1 && isBetween(1, MAX_LENGTH, modifiers.get(0));
            case "timestamp", "timestamptz", "time", "timetz" ->
                modifiers.size() == 1 && isBetween(0, MAX_SECONDS_PRECISION, modifiers.get(0));
            case "numeric" ->
                modifiers.size() == 2
                        && isBetween(1, MAX_NUMERIC_PRECISION, modifiers.get(0))
                        && isBetween(0, Integer.parseInt(modifiers.get(0)), modifiers.get(1));
            default -> false;
        };
    }

    /** PostgreSQL's words for a column default; empty when only the server knows. */
    static Optional<String> defaultValue(DataType type, String text) {
        String trimmed = text.strip();
        if (type.isBuiltIn() && trimmed.equalsIgnoreCase(NULL)) {
            return Optional.of(NULL);
        }
        if (type.dimensions() > 0 || !type.isBuiltIn()) {
            return Optional.empty();
        }
        return switch (type.name()) {
            case "smallint", "integer", "bigint" -> integer(trimmed);
            case "numeric", "real", "double precision" -> integer(trimmed).or(() -> decimal(trimmed));
            case "boolean" -> word(trimmed, "true", "false");
            case "varchar" -> string(trimmed, "character varying", "varchar");
            case "text" -> string(trimmed, "text", "text");
            case "char" -> string(trimmed, "bpchar", "bpchar");
            case "timestamp", "timestamptz" -> word(trimmed, "now()").or(() -> word(trimmed, "CURRENT_TIMESTAMP"));
            case "date" -> word(trimmed, "CURRENT_DATE");
            case "uuid" -> word(trimmed, "gen_random_uuid()");
            default -> Optional.empty();
        };
    }

    /**
     * Whether what PostgreSQL prints for a default is null. It keeps one only where the type has a length, as {@code
     * NULL::character varying}; for a domain it may stand against the domain's own default, so that is another matter.
     */
    static boolean isNull(DataType type, String printed) {
        return printed.equals(NULL) || (type.isBuiltIn() && printed.startsWith("NULL::"));
    }

    private static Optional<String> integer(String text) {
        if (!INTEGER.matcher(text).matches() || text.equals("-0")) {
            return Optional.empty();
        }
        return Optional.of(text.startsWith("-") ? "'" + text + "'::integer" : text);
    }

    private static Optional<String> decimal(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> word(String text, String... words) {
        for (String word : words) {
            if (text.equalsIgnoreCase(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> string(String text, String printedType, String shortType) {
        Matcher matcher = STRING.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String cast = matcher.group(2);
        boolean ownType = cast == null
                || cast.toLowerCase(Locale.ROOT).equals(printedType)
                || cast.toLowerCase(Locale.ROOT).equals(shortType);
        return ownType ? Optional.of(matcher.group(1) + "::" + printedType) : Optional.empty();
    }

    private static boolean isBetween(int low, int high, String number) {
        if (!number.chars().allMatch(c -> c >= '0' && c <= '9') || number.isEmpty() || number.length() > 8) {
            return false;
        }
        int value = Integer.parseInt(number);
        return low <= value && value <= high;
    }
}
