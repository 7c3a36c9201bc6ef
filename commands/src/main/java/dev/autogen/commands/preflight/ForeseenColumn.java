package dev.autogen.commands.preflight;

import dev.autogen.schema.DataType;
import java.util.Optional;

/**
 * A column as it will be at some point of a run.
 *
 * @param name its name by then
 * @param type its type by then
 * @param notNull whether it takes no null by then
 * @param origin where its values come from
 */
record ForeseenColumn(String name, DataType type, boolean notNull, Origin origin) {

    /** Where the values of a column come from. */
    enum Origin {
        /** From the database as it is now, also where they are converted. */
        LIVE,
        /** From the run, which says what they are: a constant, null, or an expression over other columns. */
        COMPUTED,
        /** From the run, and only the run itself can say what they are: a sequence, {@code now()}. */
        UNKNOWN
    }

    ForeseenColumn withName(String newName) {
        return new ForeseenColumn(newName, type, notNull, origin);
    }

    ForeseenColumn withType(DataType newType) {
        return new ForeseenColumn(name, newType, notNull, origin);
    }

    ForeseenColumn withNotNull(boolean newNotNull) {
        return new ForeseenColumn(name, type, newNotNull, origin);
    }

    ForeseenColumn withUnknownValues() {
        return new ForeseenColumn(name, type, notNull, Origin.UNKNOWN);
    }

    /** Why nothing can be said of its values; empty where something can. */
    Optional<String> obstacle() {
        return origin == Origin.UNKNOWN ? Optional.of("the run itself makes the values of " + name) : Optional.empty();
    }
}
