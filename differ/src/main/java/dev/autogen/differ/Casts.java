package dev.autogen.differ;

import dev.autogen.schema.DataType;
import dev.autogen.schema.Identifiers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which type changes need a {@code USING} clause because PostgreSQL has no assignment cast ({@code pg_cast}). */
final class Casts {
    private static final Set<String> STRINGS = Set.of("text", "varchar", "char", "bpchar", "name", "citext");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "real", "double precision", "numeric");

    /** Groups within which every type is assigned to every other. */
    private static final List<Set<String>> FAMILIES = List.of(
            NUMBERS,
            STRINGS,
            Set.of("json", "jsonb"),
            Set.of("inet", "cidr"),
            Set.of("bit", "varbit"),
            Set.of("macaddr", "macaddr8"),
            Set.of("timestamp", "timestamptz", "date"),
            Set.of("time", "timetz"),
            Set.of("time", "interval"),
            Set.of("integer", "bigint", "oid"));

    private static final Set<List<String>> SINGLE = Set.of(
            List.of("timestamp", "time"),
            List.of("timestamptz", "time"),
            List.of("timestamptz", "timetz"),
            List.of("money", "numeric"),
            List.of("numeric", "money"),
            List.of("integer", "money"),
            List.of("bigint", "money"));

    private Casts() {}

    /** How values of the column become the other type; empty where PostgreSQL needs no telling. */
    static Optional<String> using(String column, DataType from, DataType to) {
        String name = Identifiers.quote(column);
        if (TypeComparison.isArray(from) != TypeComparison.isArray(to)) {
            return toOrFromArray(name, from, to);
        }
        if (isAssigned(from.element(), to.element())) {
            return Optional.empty();
        }
        if (!TypeComparison.isArray(from)) {
            return Optional.of(convert(name, from, to));
        }
        boolean text = isString(from.element()) || isString(to.element());
        return Optional.of(name + (text ? "" : "::text[]") + "::" + to.toSql());
    }

    private static Optional<String> toOrFromArray(String name, DataType from, DataType to) {
        if (TypeComparison.isArray(to)) {
            String element = castsAnyway(from, to.element()) ? name : convert(name, from, to.element());
            return Optional.of("ARRAY[" + element + "]::" + to.toSql());
        }
        if (isString(to)) {
            return Optional.empty();
        }
        String first = "(" + name + ")[1]";
        return Optional.of(
                castsAnyway(from.element(), to) ? first + "::" + to.toSql() : convert(first, from.element(), to));
    }

    /** Whether a cast that is written down needs no other type in between. */
    private static boolean castsAnyway(DataType from, DataType to) {
        return isString(from) || isAssigned(from, to);
    }

    private static boolean isAssigned(DataType from, DataType to) {
        if (from.name().equals(to.name())
                && TypeComparison.same(
                        new DataType(from.schema(), from.name(), List.of(), 0),
                        new DataType(to.schema(), to.name(), List.of(), 0))
                && Objects.equals(from.schema(), to.schema())) {
            return true;
        }
        return isString(to)
                || FAMILIES.stream()
                        .anyMatch(family -> family.contains(from.distinctName()) && family.contains(to.distinctName()))
                || SINGLE.contains(List.of(from.distinctName(), to.distinctName()));
    }

    private static String convert(String name, DataType from, DataType to) {
        if (NUMBERS.contains(from.distinctName()) && to.distinctName().equals("boolean")) {
            return name + " <> 0";
        }
        if (from.distinctName().equals("boolean") && NUMBERS.contains(to.distinctName())) {
            return name + "::integer";
        }
        return name + (isString(from) ? "" : "::text") + "::" + to.toSql();
    }

    private static boolean isString(DataType type) {
        return STRINGS.contains(type.distinctName()) && !TypeComparison.isArray(type);
    }
}
