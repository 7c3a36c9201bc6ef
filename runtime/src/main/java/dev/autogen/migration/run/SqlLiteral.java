package dev.autogen.migration.run;

import static dev.autogen.schema.ddl.PostgresDdl.literal;
import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.NANO_OF_SECOND;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;
import static java.util.stream.Collectors.joining;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A Java value as PostgreSQL writes it, of the type under which the JDBC driver would send it. A text has no type, so
 * that it fits where it stands. Each can stand wherever a parameter can.
 */
final class SqlLiteral {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendValue(HOUR_OF_DAY, 2)
            .appendLiteral(':')
            .appendValue(MINUTE_OF_HOUR, 2)
            .appendLiteral(':')
            .appendValue(SECOND_OF_MINUTE, 2)
            .appendFraction(NANO_OF_SECOND, 0, 6, true)
            .toFormatter();
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx");
    private static final Duration HALF_A_MICROSECOND = Duration.ofNanos(500);

    private SqlLiteral() {}

    /**
     * The literal.
     *
     * @throws IllegalArgumentException if there is none for its class
     */
    static String of(Object value) {
        if (value instanceof String || value instanceof Character) {
            return literal(value.toString());
        }
        if (value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Integer number && number >= 0) {
            return value.toString();
        }
        if (value.getClass().isArray() && !(value instanceof byte[])) {
            return "(" + literal(arrayText(value)) + "::" + elementType(value) + "[])";
        }
        if (value instanceof java.util.Date) {
            return literal(text(value));
        }
        return type(value.getClass()) + " " + literal(text(value));
    }

    private static String type(Class<?> javaType) {
        if (javaType == Integer.class || javaType == int.class) {
            return "integer";
        }
        if (javaType == Long.class || javaType == long.class) {
            return "bigint";
        }
        if (javaType == Short.class || javaType == short.class || javaType == Byte.class) {
            return "smallint";
        }
        if (javaType == BigDecimal.class || javaType == BigInteger.class) {
            return "numeric";
        }
        if (javaType == Float.class || javaType == float.class) {
            return "real";
        }
        if (javaType == Double.class || javaType == double.class) {
            return "double precision";
        }
        if (javaType == Boolean.class || javaType == boolean.class) {
            return "boolean";
        }
        if (javaType == String.class) {
            return "varchar";
        }
        return typeOfValue(javaType);
    }

    private static String typeOfValue(Class<?> javaType) {
        if (javaType == UUID.class) {
            return "uuid";
        }
        if (javaType == byte[].class) {
            return "bytea";
        }
        if (javaType == LocalDate.class) {
            return "date";
        }
        if (javaType == LocalTime.class) {
            return "time";
        }
        if (javaType == OffsetTime.class) {
            return "timetz";
        }
        if (javaType == LocalDateTime.class) {
            return "timestamp";
        }
        if (javaType == OffsetDateTime.class) {
            return "timestamptz";
        }
        throw new IllegalArgumentException("a value of the class " + javaType.getName() + " has no SQL literal");
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof LocalDate date) {
            return date(date);
        }
        if (value instanceof java.sql.Date date) {
            return date(date.toLocalDate());
        }
        if (value instanceof LocalTime time) {
            return time(time);
        }
        if (value instanceof java.sql.Time time) {
            return time(time.toLocalTime());
        }
        if (value instanceof OffsetTime time) {
            return time(time.toLocalTime()) + OFFSET.format(time);
        }
        if (value instanceof LocalDateTime timestamp) {
            return timestamp(timestamp, "");
        }
        if (value instanceof OffsetDateTime timestamp) {
            return timestamp(timestamp);
        }
        if (value instanceof java.sql.Timestamp timestamp) {
            return timestamp(
                    timestamp.toInstant().atZone(ZoneId.systemDefault()).toOffsetDateTime());
        }
        return value.toString();
    }

    /** The first and the last day of Java stand for infinity, as the driver has it; years before 1 are counted as BC. */
    private static String date(LocalDate date) {
        if (date.equals(LocalDate.MIN) || date.equals(LocalDate.MAX)) {
            return date.equals(LocalDate.MIN) ? "-infinity" : "infinity";
        }
        return day(date) + era(date);
    }

    private static String day(LocalDate date) {
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        return String.format("%04d-%02d-%02d", year, date.getMonthValue(), date.getDayOfMonth());
    }

    private static String era(LocalDate date) {
        return date.getYear() > 0 ? "" : " BC";
    }

    private static String time(LocalTime time) {
        LocalTime rounded = time.plus(HALF_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS);
        return rounded.isBefore(time.truncatedTo(ChronoUnit.MICROS)) ? "24:00:00" : TIME.format(rounded);
    }

    private static String timestamp(OffsetDateTime timestamp) {
        if (timestamp.equals(OffsetDateTime.MIN) || timestamp.equals(OffsetDateTime.MAX)) {
            return timestamp.equals(OffsetDateTime.MIN) ? "-infinity" : "infinity";
        }
        return timestamp(timestamp.toLocalDateTime(), OFFSET.format(timestamp));
    }

    private static String timestamp(LocalDateTime timestamp, String offset) {
        if (timestamp.equals(LocalDateTime.MIN) || timestamp.equals(LocalDateTime.MAX)) {
            return timestamp.equals(LocalDateTime.MIN) ? "-infinity" : "infinity";
        }
        LocalDateTime rounded = timestamp.plus(HALF_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS);
        return day(rounded.toLocalDate()) + " " + TIME.format(rounded) + offset + era(rounded.toLocalDate());
    }

    private static String elementType(Object array) {
        Class<?> component = array.getClass();
        while (component.isArray() && component != byte[].class) {
            component = component.getComponentType();
        }
        return type(component);
    }

    private static String arrayText(Object array) {
        return IntStream.range(0, Array.getLength(array))
                .mapToObj(i -> elementText(Array.get(array, i)))
                .collect(joining(",", "{", "}"));
    }

    private static String elementText(Object element) {
        if (element == null) {
            return "NULL";
        }
        if (element.getClass().isArray() && !(element instanceof byte[])) {
            return arrayText(element);
        }
        return "\"" + text(element).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
