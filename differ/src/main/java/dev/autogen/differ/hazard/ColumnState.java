package dev.autogen.differ.hazard;

import dev.autogen.schema.Column;

/**
 * A column while a migration runs.
 *
 * @param definition what it is by now; null where that is not known
 * @param origin who made it
 * @param empty whether every row has null in it
 * @param full whether no row has null in it, as far as the run itself saw to that
 * @param converted whether the run gave its values another type by an expression
 */
record ColumnState(Column definition, Origin origin, boolean empty, boolean full, boolean converted) {

    /** A column that is there before the run. */
    static ColumnState live(Column definition) {
        return new ColumnState(definition, Origin.BEFORE, false, false, false);
    }

    /** A column that the run adds. */
    static ColumnState added(Column definition) {
        boolean empty = definition.nullable()
                && definition.defaultValue() == null
                && definition.identity() == null
                && definition.generated() == null;
        return new ColumnState(definition, Origin.RUN, empty, !empty, false);
    }

    ColumnState with(Column newDefinition) {
        return new ColumnState(newDefinition, origin, empty, full, converted);
    }

    ColumnState filled() {
        return new ColumnState(definition, origin, false, true, converted);
    }

    ColumnState changed(Column newDefinition, boolean convertedNow) {
        return new ColumnState(newDefinition, origin, empty, full, converted || convertedNow);
    }

    /** The same when another run begins, before which anything may have happened to the rows. */
    ColumnState settled(Origin made) {
        return new ColumnState(definition, origin.settled(made), false, false, false);
    }
}
