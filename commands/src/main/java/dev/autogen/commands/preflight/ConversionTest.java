package dev.autogen.commands.preflight;

import static dev.autogen.schema.Identifiers.quote;

import dev.autogen.schema.DataType;
import dev.autogen.schema.ddl.PostgresDdl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How to tell in SQL whether a value comes through {@code ALTER COLUMN ... TYPE}. Where its rule is known (lengths,
 * ranges, what a type takes for input) a condition says so for all rows at once; else the conversion is computed and each
 * row that fails has to be found.
 *
 * @param violation true for a value that does not; an error also says so
 * @param problem what is wrong with such a value, in words that the type follows
 */
record ConversionTest(String violation, String problem) {
    static final String IMPOSSIBLE = "a value that cannot become";

    private static final Set<String> SIZED = Set.of("varchar", "char");
    private static final Map<String, String> INTEGERS = Map.of(
            "smallint", "-32768 AND 32767",
            "integer", "-2147483648 AND 2147483647",
            "bigint", "-9223372036854775808 AND 9223372036854775807");
    private static final Set<String> EXACT = Set.of("smallint", "integer", "bigint", "numeric");

    /** The first version with {@code pg_input_is_valid}. */
    private static final int JUDGES_INPUT = 16;

    /**
     * The test for a column.
     *
     * @param using how the migration says values are converted; null where PostgreSQL's assignment cast does it
     * @param serverVersion the server's major version
     */
    static ConversionTest of(ForeseenColumn column, DataType to, String using, int serverVersion) {
        String value = quote(column.name());
        DataType from = column.type();
        if (using == null
                || (isText(from) && isCast(value, to, using))
                || using.strip().equals(value + "::" + to.toSql())) {
            Optional<ConversionTest> known = known(value, from, to, serverVersion);
            if (known.isPresent()) {
                return known.get();
            }
        }
        // An explicit cast would cut what an assignment refuses.
        return assigned(using == null ? value : "(" + using + ")", to, using == null ? from : null)
                .orElseGet(() -> new ConversionTest(
                        EvaluationProbe.evaluating((using == null ? value : "(" + using + ")") + "::" + to.toSql()),
                        IMPOSSIBLE));
    }

    /** Whether nothing happens to the value but a cast to the type, by way of text perhaps. */
    static boolean isCast(String value, DataType to, String using) {
        String array = to.dimensions() > 0 ? "[]" : "";
        return using == null
                || List.of(value + "::" + to.toSql(), value + "::text" + array + "::" + to.toSql())
                        .contains(using.strip());
    }

    private static boolean isText(DataType type) {
        return type.dimensions() == 0 && List.of("text", "varchar").contains(type.name()) && type.schema() == null;
    }

    private static Optional<ConversionTest> known(String value, DataType from, DataType to, int serverVersion) {
        if (from.dimensions() > 0 || to.dimensions() > 0 || !from.isBuiltIn() || !to.isBuiltIn()) {
            return Optional.empty();
        }
        if (EXACT.contains(from.name()) && INTEGERS.containsKey(to.name())) {
            return Optional.of(outOfRange("round(" + value + "::numeric) NOT BETWEEN " + INTEGERS.get(to.name())));
        }
        if (EXACT.contains(from.name())
                && to.name().equals("numeric")
                && !to.modifiers().isEmpty()) {
            return Optional.of(outOfRange(tooManyDigits(value, to)));
        }
        boolean taken = isText(from) && !isText(to) && !SIZED.contains(to.name()) && !isBits(to);
        return taken && serverVersion >= JUDGES_INPUT
                ? Optional.of(new ConversionTest(
                        "NOT pg_input_is_valid(" + value + "::text, " + PostgresDdl.literal(to.toSql()) + ")",
                        IMPOSSIBLE))
                : Optional.empty();
    }

    private static ConversionTest outOfRange(String violation) {
        return new ConversionTest(violation, "a value out of range for");
    }

    /** NaN fits into every numeric, infinity into none with a precision. */
    private static String tooManyDigits(String value, DataType to) {
        int precision = Integer.parseInt(to.modifiers().get(0));
        int scale = to.modifiers().size() > 1 ? Integer.parseInt(to.modifiers().get(1)) : 0;
        String number = value + "::numeric";
        return number + " <> 'NaN' AND (abs(" + number + ") = 'Infinity' OR abs(round(" + number + ", " + scale
                + ")) >= 10::numeric ^ " + (precision - scale) + ")";
    }

    private static boolean isBits(DataType type) {
        return type.distinctName().equals("bit") || type.distinctName().equals("varbit");
    }

    /**
     * Where an assignment is stricter than a cast: it cuts no more than spaces.
     *
     * @param from the type of the value; null where it is not known
     */
    private static Optional<ConversionTest> assigned(String value, DataType to, DataType from) {
        boolean fixed = to.name().equals("char");
        if (to.schema() == null
                && SIZED.contains(to.name())
                && (fixed || !to.modifiers().isEmpty())) {
            int length = to.modifiers().isEmpty()
                    ? 1
                    : Integer.parseInt(to.modifiers().get(0));
            return Optional.of(tooLong(
                    to.dimensions() > 0
                            ? "EXISTS (SELECT 1 FROM unnest(" + value + "::text[]) AS held(element) WHERE "
                                    + overlong("held.element", length) + ")"
                            : overlong(value + "::text", length)));
        }
        if (from != null && isBits(from) && isBits(to) && to.dimensions() == 0 && from.dimensions() == 0) {
            if (to.name().equals("bit")) {
                String length = to.modifiers().isEmpty() ? "1" : to.modifiers().get(0);
                return Optional.of(new ConversionTest("length(" + value + ") <> " + length, IMPOSSIBLE));
            }
            return Optional.of(tooLong(
                    to.modifiers().isEmpty()
                            ? "false"
                            : "length(" + value + ") > " + to.modifiers().get(0)));
        }
        return Optional.empty();
    }

    private static ConversionTest tooLong(String violation) {
        return new ConversionTest(violation, "a value too long for");
    }

    private static String overlong(String text, int length) {
        return "rtrim(substr(" + text + ", " + (length + 1) + "), ' ') <> ''";
    }
}
