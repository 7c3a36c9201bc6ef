package dev.autogen.commands.preflight;

/**
 * How many rows there are of a kind.
 *
 * @param number how many were seen
 * @param exact whether there are no more
 */
public record Count(long number, boolean exact) {

    /** {@code 1 row holds}, {@code 3 rows hold}, {@code at least 12 rows hold}. */
    String rows(String verbOfOne, String verbOfMany) {
        return (exact ? "" : "at least ") + (number == 1 ? "1 row " + verbOfOne : number + " rows " + verbOfMany);
    }
}
