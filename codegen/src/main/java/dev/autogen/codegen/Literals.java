package dev.autogen.codegen;

import dev.autogen.codegen.Expression.Atom;
import dev.autogen.codegen.Expression.Chain;
import dev.autogen.codegen.Expression.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Values as Java expressions. */
final class Literals {
    /** A class file holds strings of at most 65,535 bytes, and a character may take three. */
    private static final int LONGEST_STRING = 20_000;

    private static final Set<Class<?>> PARSED = Set.of(
            UUID.class, LocalDate.class, LocalTime.class, LocalDateTime.class, OffsetDateTime.class, Instant.class);

    private Literals() {}

    /** A name, which stays on its line. */
    static Atom name(String name) {
        return new Atom(JavaText.literal(name));
    }

    static Expression[] names(List<String> names) {
        return names.stream().map(Literals::name).toArray(Expression[]::new);
    }

    /** The first arguments and then names. */
    static Expression[] names(List<String> names, Expression... first) {
        return Stream.concat(Arrays.stream(first), names.stream().map(Literals::name))
                .toArray(Expression[]::new);
    }

    /** SQL or a comment, which may be long. */
    static Expression text(String text) {
        if (text.length() <= LONGEST_STRING) {
            return new Text(text);
        }
        Stream.Builder<Expression> parts = Stream.builder();
        parts.add(new Atom("\"\""));
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + LONGEST_STRING);
            if (Character.isHighSurrogate(text.charAt(to - 1)) && to < text.length()) {
                to--;
            }
            parts.add(new Text(text.substring(from, to)));
            from = to;
        }
        return Chain.of("String.join", parts.build().toArray(Expression[]::new));
    }

    /** A whole number for a parameter of type long. */
    static Atom number(long value) {
        return new Atom(value == (int) value ? String.valueOf(value) : value + "L");
    }

    /**
     * A parameter of someone's SQL.
     *
     * @throws IllegalArgumentException if there is no way to write it
     */
    static Expression parameter(Object value) {
        if (value instanceof String text) {
            return text(text);
        } else if (value instanceof Boolean || value instanceof Integer) {
            return new Atom(value.toString());
        } else if (value instanceof Long) {
            return new Atom(value + "L");
        } else if (value instanceof Short || value instanceof Byte) {
            return new Atom("(" + (value instanceof Short ? "short" : "byte") + ") " + value);
        } else if (value instanceof Double number && Double.isFinite(number)) {
            return new Atom(value.toString());
        } else if (value instanceof Float number && Float.isFinite(number)) {
            return new Atom(value + "f");
        } else if (value instanceof BigDecimal) {
            return new Atom("new java.math.BigDecimal(" + JavaText.literal(value.toString()) + ")");
        } else if (PARSED.contains(value.getClass())) {
            String factory = value instanceof UUID ? "fromString" : "parse";
            return new Atom(
                    value.getClass().getName() + "." + factory + "(" + JavaText.literal(value.toString()) + ")");
        }
        throw new IllegalArgumentException(
                "a parameter of " + value.getClass() + " cannot be written into a migration: " + value);
    }
}
