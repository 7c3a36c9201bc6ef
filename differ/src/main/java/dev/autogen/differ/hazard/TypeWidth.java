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
        return switch (to.distinctName()) {
            case "text" ->
                from.distinctName().equals("varchar") || from.distinctName().equals("citext");
            case "varchar" ->
                (from.distinctName().equals("text") && unlimited)
                        || (from.distinctName().equals("varchar") && (unlimited || isLonger(from, to, 0)));
            case "numeric" ->
                from.distinctName().equals("numeric")
                        && (unlimited || (!isShorter(from, to, 0) && sameScale(from, to)));
            case "varbit" -> from.distinctName().equals("varbit") && (unlimited || isLonger(from, to, 0));
            case "inet" -> from.distinctName().equals("cidr");
            case "citext" -> from.distinctName().equals("text");
            default ->
                from.distinctName().equals(to.distinctName())
                        && SECONDS.contains(to.distinctName())
                        && !isShorter(from, to, 0);
        };
    }

    /** Whether the same instant comes out only where the session's time zone is the one that the values were meant in. */
    public static boolean dependsOnTimeZone(DataType from, DataType to) {
        boolean one =
                from.distinctName().equals("timestamptz") != to.distinctName().equals("timestamptz");
        String other = from.distinctName().equals("timestamptz") ? to.distinctName() : from.distinctName();
        return (one && (other.equals("timestamp") || other.equals("date")))
                || (from.distinctName().equals("time") && to.distinctName().equals("timetz"));
    }

    /** Whether values lose something silently: digits, a time of day. */
    public static boolean loses(DataType from, DataType to) {
        if ((SECONDS.contains(from.distinctName()) && to.distinctName().equals("date"))
                || (from.distinctName().equals("timetz") && to.distinctName().equals("time"))
                || (from.distinctName().startsWith("timestamp")
                        && to.distinctName().startsWith("time")
                        && !to.distinctName().startsWith("timestamp"))
                || (from.distinctName().equals("double precision")
                        && to.distinctName().equals("real"))) {
            return true;
        }
        boolean fractional = Set.of("numeric", "real", "double precision").contains(from.distinctName());
        if (fractional && INTEGERS.contains(to.distinctName())) {
            return true;
        }
        if (from.distinctName().equals("numeric") && to.distinctName().equals("numeric")) {
            return !to.modifiers().isEmpty() && (from.modifiers().isEmpty() || isShorter(from, to, 1));
        }
        return from.distinctName().equals(to.distinctName())
                && SECONDS.contains(to.distinctName())
                && isShorter(from, to, 0);
    }

    /** Whether PostgreSQL refuses values that the old type holds and the new one does not. */
    public static boolean mayOverflow(DataType from, DataType to) {
        int narrowing = INTEGERS.indexOf(from.distinctName()) - INTEGERS.indexOf(to.distinctName());
        if (INTEGERS.contains(from.distinctName()) && INTEGERS.contains(to.distinctName())) {
            return narrowing > 0;
        }
        if (to.distinctName().equals("varchar") || to.distinctName().equals("char")) {
            return !to.modifiers().isEmpty()
                    && !(from.distinctName().equals(to.distinctName()) && isLonger(from, to, 0));
        }
        if (to.distinctName().equals("numeric") && !to.modifiers().isEmpty()) {
            return !from.distinctName().equals("numeric")
                    || from.modifiers().isEmpty()
                    || integerDigits(to) < integerDigits(from);
        }
        return INTEGERS.contains(to.distinctName()) && !INTEGERS.contains(from.distinctName());
    }

    /** Whether a value that is too long is cut where it is cast to the type explicitly (PostgreSQL, section 8.3). */
    static boolean isCutByCast(DataType to) {
        return to.distinctName().equals("varchar") || to.distinctName().equals("char");
    }

    /** Whether every value of every type has a text that it takes. */
    static boolean takesAnything(DataType to) {
        return to.dimensions() == 0
                && to.modifiers().isEmpty()
                && (to.distinctName().equals("text")
                        || to.distinctName().equals("varchar")
                        || to.distinctName().equals("citext"));
    }

    /** Whether indexes have to be built anew although the rows stay: the two are not sorted alike. */
    static boolean isSortedOtherwise(DataType from, DataType to) {
        return from.distinctName().equals("citext") != to.distinctName().equals("citext");
    }

    /** Whether one is no kind of the other, so that whoever reads or writes values has to be told. */
    public static boolean isForeign(DataType from, DataType to) {
        if (from.dimensions() != to.dimensions()) {
            return true;
        }
        return FAMILIES.stream()
                .filter(family -> family.contains(from.distinctName()) || family.contains(to.distinctName()))
                .findFirst()
                .map(family -> !family.contains(from.distinctName()) || !family.contains(to.distinctName()))
                .orElseGet(() -> !from.distinctName().equals(to.distinctName()));
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
        int unlimited = SECONDS.contains(from.distinctName()) ? 6 : Integer.MAX_VALUE;
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
