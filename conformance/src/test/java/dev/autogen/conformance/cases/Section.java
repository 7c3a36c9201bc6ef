package dev.autogen.conformance.cases;

import java.util.Locale;

/** The parts of a case, in the order in which a file has them. */
enum Section {
    /** Statements that both databases begin with. */
    GIVEN,
    /** What else makes the database that there is. */
    FROM,
    /** What else makes the database that is wanted. */
    TO,
    /** Instead of both: {@code int -> bigint}, definitions of column {@code c} of a table {@code t} with a key. */
    COLUMN,
    /** Instead of the database that is wanted: Java types, whose package and imports are left out. */
    ENTITIES,
    /** Words that say how it is compared; see {@link Case#options()}. */
    WITH,
    /** The upgrade, a statement a line; absent where there is nothing to do. */
    YIELDS,
    /** Present where the case is to be proved the other way round, too: that upgrade. */
    BACK,
    /** What a reviewer is warned of, a line each. */
    HAZARDS,
    /** What else is told, a line each. */
    NOTICES,
    /** A query, and below it the rows it gives after the upgrade; after the downgrade it gives what it gave before. */
    ROWS,
    /** How the comparison is refused. */
    REFUSED,
    /** Why the case does not hold yet; it fails once it does, so that the mark goes. */
    GAP;

    String heading() {
        return "--- " + name().toLowerCase(Locale.ROOT);
    }

    static Section of(String heading) {
        for (Section section : values()) {
            if (section.heading().equals(heading.strip())) {
                return section;
            }
        }
        throw new IllegalArgumentException("no section is called so: " + heading);
    }
}
