package dev.autogen.differ.hazard;

import dev.autogen.differ.TypeComparison;
import dev.autogen.schema.DataType;
import java.util.List;
import java.util.Set;

/** What a change between two types means for the values and for the table's files (PostgreSQL, ALTER TABLE, notes). */
public final class TypeWidth {
    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
    private static final Set<String> SECONDS = Set.of("timestamp", "timestamptz", "time", "timetz", "interval");

    /** Types whose values a driver hands over as each other's. */
    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("smallint", "integer", "bigint", "real", "double precision", "numeric", "money"),
            Set.of("text", "varchar", "char", "bpchar", "name", "citext"),
            Set.of("timestamp", "timestamptz", "date"),
            Set.of("time", "timetz"),
            Set.of("json", "jsonb"),
            Set.of("inet", "cidr"),
            Set.of("bit", "varbit"));

    private TypeWidth() {}

    /** Whether PostgreSQL takes the new type without looking at the rows. */
    static boolean isFree(DataType from, DataType to) {
        if (TypeComparison.isArray(from) || TypeComparison.isArray(to)) {
            return false;
        }
        boolean unlimited = to.modifiers().isEmpty();
        return switch (to.name()) {
            case "text" -> from.name().equals("varchar") || from.name().equals("citext");
            case "varchar" ->
                (from.name().equals("text") && unlimited)
                        || (from.name().equals("varchar") && (unlimited || isLonger(from, to, 0)));
            case "numeric" ->
                from.name().equals("numeric") && (unlimited || (!isShorter(from, to, 0) && sameScale(from, to)));
            case "varbit" -> from.name().equals("varbit") && (unlimited || isLonger(from, to, 0));
            case "inet" -> from.name().equals("cidr");
            case "citext" -> from.name().equals("text");
            default -> from.name().equals(to.name()) && SECONDS.contains(to.name()) && !isShorter(from, to, 0);
        };
    }

    /** Whether the same instant comes out only where the session's time zone is the one that the values were meant in. */
    public static boolean dependsOnTimeZone(DataType from, DataType to) {
        boolean one = from.name().equals("timestamptz") != to.name().equals("timestamptz");
        String other = from.name().equals("timestamptz") ? to.name() : from.name();
        return (one && (other.equals("timestamp") || other.equals("date")))
                || (from.name().equals("time") && to.name().equals("timetz"));
    }

    /** Whether values lose something silently: digits, a time of day. */
    public static boolean loses(DataType from, DataType to) {
        if ((SECONDS.contains(from.name()) && to.name().equals("date"))
                || (from.name().equals("timetz") && to.name().equals("time"))
                || (from.name().startsWith("timestamp")
                        && to.name().startsWith("time")
                        && !to.name().startsWith("timestamp"))
                || (from.name().equals("double precision") && to.name().equals("real"))) {
            return true;
        }
        boolean fractional = Set.of("numeric", "real", "double precision").contains(from.name());
        if (fractional && INTEGERS.contains(to.name())) {
            return true;
        }
        if (from.name().equals("numeric") && to.name().equals("numeric")) {
            return !to.modifiers().isEmpty() && (from.modifiers().isEmpty() || isShorter(from, to, 1));
        }
        return from.name().equals(to.name()) && SECONDS.contains(to.name()) && isShorter(from, to, 0);
    }

    /** Whether PostgreSQL refuses values that the old type holds and the new one does not. */
    public static boolean mayOverflow(DataType from, DataType to) {
        int narrowing = INTEGERS.indexOf(from.name()) - INTEGERS.indexOf(to.name());
        if (INTEGERS.contains(from.name()) && INTEGERS.contains(to.name())) {
            return narrowing > 0;
        }
        if (to.name().equals("varchar") || to.name().equals("char")) {
            return !to.modifiers().isEmpty() && !(from.name().equals(to.name()) && isLonger(from, to, 0));
        }
        if (to.name().equals("numeric") && !to.modifiers().isEmpty()) {
            return !from.name().equals("numeric")
                    || from.modifiers().isEmpty()
                    || integerDigits(to) < integerDigits(from);
        }
        return INTEGERS.contains(to.name()) && !INTEGERS.contains(from.name());
    }

    /** Whether a value that is too long is cut where it is cast to the type explicitly (PostgreSQL, section 8.3). */
    static boolean isCutByCast(DataType to) {
        return to.name().equals("varchar") || to.name().equals("char");
    }

    /** Whether every value of every type has a text that it takes. */
    static boolean takesAnything(DataType to) {
        return to.dimensions() == 0
                && to.modifiers().isEmpty()
                && (to.name().equals("text")
                        || to.name().equals("varchar")
                        || to.name().equals("citext"));
    }

    /** Whether indexes have to be built anew although the rows stay: the two are not sorted alike. */
    static boolean isSortedOtherwise(DataType from, DataType to) {
        return from.name().equals("citext") != to.name().equals("citext");
    }

    /** Whether one is no kind of the other, so that whoever reads or writes values has to be told. */
    public static boolean isForeign(DataType from, DataType to) {
        if (from.dimensions() != to.dimensions()) {
            return true;
        }
        return FAMILIES.stream()
                .filter(family -> family.contains(from.name()) || family.contains(to.name()))
                .findFirst()
                .map(family -> !family.contains(from.name()) || !family.contains(to.name()))
                .orElseGet(() -> !from.name().equals(to.name()));
    }

    private static int integerDigits(DataType numeric) {
        return modifier(numeric, 0) - modifier(numeric, 1);
    }

    private static boolean sameScale(DataType from, DataType to) {
        return !from.modifiers().isEmpty() && modifier(from, 1) == modifier(to, 1);
    }

    private static boolean isLonger(DataType from, DataType to, int position) {
        return !from.modifiers().isEmpty() && modifier(to, position) >= modifier(from, position);
    }

    private static boolean isShorter(DataType from, DataType to, int position) {
        int unlimited = SECONDS.contains(from.name()) ? 6 : Integer.MAX_VALUE;
        int before = from.modifiers().isEmpty() ? unlimited : modifier(from, position);
        int after = to.modifiers().isEmpty() ? unlimited : modifier(to, position);
        return after < before;
    }

    private static int modifier(DataType type, int position) {
        return position < type.modifiers().size()
                ? Integer.parseInt(type.modifiers().get(position))
                : 0;
    }
}
