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

    /**
     * Whether both texts are numbers, and the same one, for a column of numbers. In one of {@code numeric} without a scale
     * {@code 5} and {@code 5.0} are not: values keep the digits with which they came (PostgreSQL, section 8.1.2).
     */
    static boolean same(DataType type, String one, String other) {
        if (!isNumeric(type)) {
            return false;
        }
        boolean keepsDigits =
                type.distinctName().equals("numeric") && type.modifiers().isEmpty();
        Optional<BigDecimal> first = value(one);
        Optional<BigDecimal> second = value(other);
        return first.isPresent()
                && second.isPresent()
                && first.get().compareTo(second.get()) == 0
                && (!keepsDigits || first.get().scale() == second.get().scale());
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
