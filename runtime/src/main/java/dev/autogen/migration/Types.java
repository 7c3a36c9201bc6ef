package dev.autogen.migration;

import dev.autogen.schema.DataType;
import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * Column types, to be imported statically: {@code varchar(255)}, {@code numeric(10, 2)}, {@code text().array()}.
 *
 * <p>Each method gives the PostgreSQL type of its name (PostgreSQL, chapter 8); {@link #type(String)} gives all others.
 */
public final class Types {
    private Types() {}

    public static DataType smallint() {
        return DataType.of("smallint");
    }

    public static DataType integer() {
        return DataType.of("integer");
    }

    public static DataType bigint() {
        return DataType.of("bigint");
    }

    /** A number of any length. */
    public static DataType numeric() {
        return DataType.of("numeric");
    }

    /** A whole number of at most {@code precision} digits. */
    public static DataType numeric(int precision) {
        return numeric(precision, 0);
    }

    /** A number of at most {@code precision} digits, {@code scale} of them behind the point. */
    public static DataType numeric(int precision, int scale) {
        return DataType.of("numeric", precision, scale);
    }

    /** A floating-point number of 4 bytes. */
    public static DataType real() {
        return DataType.of("real");
    }

    /** A floating-point number of 8 bytes. */
    public static DataType doublePrecision() {
        return DataType.of("double precision");
    }

    /** {@code boolean}, which is a word of Java. */
    public static DataType bool() {
        return DataType.of("boolean");
    }

    /** Text of at most {@code length} characters. */
    public static DataType varchar(int length) {
        return DataType.of("varchar", length);
    }

    /** Text without a limit. */
    public static DataType varchar() {
        return DataType.of("varchar");
    }

    /** {@code char(length)}, which is a word of Java: text padded with spaces. */
    public static DataType character(int length) {
        return DataType.of("char", length);
    }

    public static DataType text() {
        return DataType.of("text");
    }

    public static DataType bytea() {
        return DataType.of("bytea");
    }

    public static DataType date() {
        return DataType.of("date");
    }

    public static DataType time() {
        return DataType.of("time");
    }

    /** A time of day with {@code precision} digits of a second's fraction. */
    public static DataType time(int precision) {
        return DataType.of("time", precision);
    }

    public static DataType timetz() {
        return DataType.of("timetz");
    }

    /** A time of day and its zone, with {@code precision} digits of a second's fraction. */
    public static DataType timetz(int precision) {
        return DataType.of("timetz", precision);
    }

    public static DataType timestamp() {
        return DataType.of("timestamp");
    }

    /** A date and time without zone, with {@code precision} digits of a second's fraction. */
    public static DataType timestamp(int precision) {
        return DataType.of("timestamp", precision);
    }

    public static DataType timestamptz() {
        return DataType.of("timestamptz");
    }

    /** A moment, with {@code precision} digits of a second's fraction. */
    public static DataType timestamptz(int precision) {
        return DataType.of("timestamptz", precision);
    }

    public static DataType interval() {
        return DataType.of("interval");
    }

    public static DataType uuid() {
        return DataType.of("uuid");
    }

    public static DataType json() {
        return DataType.of("json");
    }

    public static DataType jsonb() {
        return DataType.of("jsonb");
    }

    public static DataType xml() {
        return DataType.of("xml");
    }

    public static DataType inet() {
        return DataType.of("inet");
    }

    public static DataType tsvector() {
        return DataType.of("tsvector");
    }

    /**
     * Any type, as SQL writes it: {@code type("citext")}, {@code type("geometry(Point,4326)")},
     * {@code type("audit.\"Mood\"")}. A name without schema is PostgreSQL's own type or one in the default schema.
     *
     * @throws InvalidMigrationException if the text is not a type
     */
    public static DataType type(String sql) {
        Names.text("type", "type", sql);
        try {
            return DataType.parse(sql);
        } catch (IllegalArgumentException e) {
            throw new InvalidMigrationException(Names.call("type", sql) + ": " + e.getMessage());
        }
    }

    /**
     * A type that someone created, by its exact name.
     *
     * @param name its name, see {@link Elements#name}
     * @param modifiers what stands in parentheses after the name
     */
    public static DataType type(QualifiedName name, String... modifiers) {
        return new DataType(name.schema(), name.name(), List.of(modifiers), 0);
    }
}
