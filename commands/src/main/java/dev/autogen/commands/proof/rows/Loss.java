package dev.autogen.commands.proof.rows;

import static java.util.Objects.requireNonNull;

/**
 * Something that rows lost.
 *
 * @param what the table, or the column with its table: {@code users.legacy}
 * @param changed whether the values are still there, cut or rounded
 * @param extent how much of it, in words: {@code 3 of 3 values}
 */
public record Loss(String what, boolean changed, String extent) {

    public Loss {
        requireNonNull(what, "what is null");
        requireNonNull(extent, "extent is null");
    }

    static Loss of(String what, String kind, int lost, int all) {
        return new Loss(what, false, lost + " of " + all + " " + kind + "s");
    }

    static Loss changed(String what, int changed, int all, String example) {
        return new Loss(what, true, changed + " of " + all + " values: " + example);
    }

    /** A table that one direction makes and the other takes away, with whatever is in it by then. */
    static Loss ofNewTable(String table) {
        return new Loss(table, false, "a new table");
    }

    @Override
    public String toString() {
        return what + " (" + extent + ")";
    }
}
