package dev.autogen.differ;

import dev.autogen.schema.DataType;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Whether two data types are the same to PostgreSQL. */
public final class TypeComparison {
    /** Types whose precision is 6 where none is given (PostgreSQL, section 8.5). */
    private static final Set<String> SECONDS = Set.of("timestamp", "timestamptz", "time", "timetz", "interval");

    private TypeComparison() {}

    /** Whether they are the same; a type named without its schema may be that of any. */
    public static boolean same(DataType desired, DataType live) {
        return desired.name().equals(live.name())
                && modifiers(desired).equals(modifiers(live))
                && isArray(desired) == isArray(live)
                && sameSchema(desired, live);
    }

    /** Whether they are the same, and in the same schema: two databases say that of each type alike. */
    static boolean sameToTheSchema(DataType desired, DataType live) {
        return same(desired, live) && Objects.equals(desired.schema(), live.schema());
    }

    /** Whether it is an array, of whatever dimensions. */
    public static boolean isArray(DataType type) {
        return type.dimensions() > 0;
    }

    private static List<String> modifiers(DataType type) {
        return type.modifiers().isEmpty() && SECONDS.contains(type.distinctName()) ? List.of("6") : type.modifiers();
    }

    /**
     * An unqualified name is found through the search path, so it may well be the type of another schema; not so where
     * PostgreSQL has a type of that name.
     */
    private static boolean sameSchema(DataType desired, DataType live) {
        return (desired.schema() == null && !DataType.isTaken(desired.name()))
                || Objects.equals(desired.schema(), live.schema());
    }
}
