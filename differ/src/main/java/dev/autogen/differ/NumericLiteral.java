package dev.autogen.differ;

import dev.autogen.schema.DataType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Defaults that are nothing but a number: {@code 5}, {@code 5.0} and {@code '5'::numeric} are one value. */
final class NumericLiteral {
    private static final String DIGITS = "-?\\d+(?:\\.\\d+)?";
    private static final Pattern LITERAL = Pattern.compile("(" + DIGITS + ")|\\((" + DIGITS + ")\\)|'(" + DIGITS
            + ")'::(?:smallint|integer|bigint|numeric|real|double precision)");

    private NumericLiteral() {}

    /** Whether both texts are numbers, and the same one, for a column of numbers. */
    static boolean same(DataType type, String one, String other) {
        if (!isNumeric(type)) {
            return false;
        }
        Optional<BigDecimal> number = value(one);
        return number.isPresent()
                && value(other)
                        .filter(value -> value.compareTo(number.get()) == 0)
                        .isPresent();
    }

    private static boolean isNumeric(DataType type) {
        return type.dimensions() == 0
                && switch (type.distinctName()) {
                    case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> true;
                    default -> false;
                };
    }

    private static Optional<BigDecimal> value(String text) {
        Matcher literal = LITERAL.matcher(text.strip());
        if (!literal.matches()) {
            return Optional.empty();
        }
        for (int group = 1; group <= literal.groupCount(); group++) {
            if (literal.group(group) != null) {
                return Optional.of(new BigDecimal(literal.group(group)));
            }
        }
        return Optional.empty();
    }
}
