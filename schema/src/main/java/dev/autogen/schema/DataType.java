package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A column's data type, taken apart: {@code timestamp(6) with time zone} is {@code timestamptz} with the modifier 6,
 * {@code character varying(255)[]} is {@code varchar} with the modifier 255 and one dimension.
 *
 * <p>Types of PostgreSQL itself have one spelling here, that of {@link #parse}: {@code bigint}, {@code integer},
 * {@code smallint}, {@code boolean}, {@code real}, {@code double precision}, {@code numeric}, {@code varchar},
 * {@code char}, {@code timestamp}, {@code timestamptz}, {@code time}, {@code timetz}, {@code varbit}, and the names in
 * {@code pg_type} for the rest (PostgreSQL, chapter 8).
 *
 * @param schema schema of a type that someone created, null for PostgreSQL's own types and for those types in the default
 *     schema that their name alone finds, see {@link #seenFrom}
 * @param name the canonical name
 * @param modifiers length, precision and scale and the like, in order; empty without
 * @param dimensions number of array dimensions, 0 for a scalar; PostgreSQL keeps no more than whether it is 0
 */
public record DataType(String schema, String name, List<String> modifiers, int dimensions) {

    public DataType {
        requireNonNull(name, "name is null");
        modifiers = List.copyOf(modifiers);
        if (dimensions < 0) {
            throw new IllegalArgumentException("dimensions is negative: " + dimensions);
        }
    }

    /** A type with numeric modifiers, such as {@code of("numeric", 10, 2)}. */
    public static DataType of(String name, int... modifiers) {
        return new DataType(
                null,
                name,
                java.util.Arrays.stream(modifiers).mapToObj(String::valueOf).toList(),
                0);
    }

    /**
     * Reads a type as a person, Hibernate or {@code format_type} writes it and gives it its canonical spelling.
     * Understands quoted and qualified names, modifiers, {@code []} and {@code array} suffixes and every synonym of
     * PostgreSQL, chapter 8. A name it does not know is kept as it is, folded to lower case unless quoted.
     *
     * @throws IllegalArgumentException if the text is not a type name, for example blank or with unbalanced parentheses
     */
    public static DataType parse(String text) {
        return DataTypeParser.parse(text);
    }

    /** Whether this is one of the types PostgreSQL brings, so that its name alone says what it is. */
    public boolean isBuiltIn() {
        return schema == null && DataTypeParser.isBuiltIn(name);
    }

    /**
     * Whether PostgreSQL takes the name alone for a type of its own, whatever else is called so: {@code pg_catalog} comes
     * before the schemas of a search path, and some names are words of its grammar.
     */
    public static boolean isTaken(String name) {
        return DataTypeParser.isTaken(name);
    }

    /**
     * The type as a catalog says it: without its schema where that is the default one, unless the name alone would be a
     * type of PostgreSQL's own. A type {@code json} that someone made in the default schema {@code public} is {@code
     * public.json}.
     */
    public DataType seenFrom(String defaultSchema) {
        return schema == null
                ? this
                : new DataType(QualifiedName.ofType(schema, name, defaultSchema).schema(), name, modifiers, dimensions);
    }

    /**
     * The name by which rules know the type; with the schema in front where the name alone would be another type, one of
     * PostgreSQL's own, to which its rules apply and to this one not.
     */
    public String distinctName() {
        return schema != null && isTaken(name) ? schema + "." + name : name;
    }

    /** An array of this type. */
    public DataType array() {
        return new DataType(schema, name, modifiers, dimensions + 1);
    }

    /** The same type without array dimensions. */
    public DataType element() {
        return dimensions == 0 ? this : new DataType(schema, name, modifiers, 0);
    }

    /** SQL text of this type, as DDL takes it: {@code varchar(255)[]}, {@code "My Type"}, {@code public.citext}. */
    public String toSql() {
        StringBuilder sql = new StringBuilder();
        if (schema != null) {
            sql.append(Identifiers.quote(schema)).append('.');
        }
        sql.append(isBuiltIn() ? name : Identifiers.quote(name));
        if (!modifiers.isEmpty()) {
            sql.append('(').append(String.join(",", modifiers)).append(')');
        }
        return sql.append("[]".repeat(dimensions)).toString();
    }

    @Override
    public String toString() {
        return toSql();
    }
}
