package dev.autogen.introspector;

/**
 * What PostgreSQL made of a text.
 *
 * @param words the text in PostgreSQL's words; null when it was refused
 * @param collationSchema schema of the collation, or the operator class, that it has
 * @param collation name of that; null when it is its type's own
 * @param state SQLSTATE of the refusal; null when it was taken
 * @param message PostgreSQL's reason; null when it was taken
 * @param lasting whether it refers to nothing but PostgreSQL itself, so that a server of the same version says the same
 *     as long as nobody adds functions and the like
 */
record Verdict(String words, String collationSchema, String collation, String state, String message, boolean lasting) {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** A text that never reached the server because it would have ended the statement around it. */
    static Verdict unbalanced() {
        return new Verdict(
                null,
                null,
                null,
                "42601",
                "quotes, comments or brackets do not close, or a semicolon stands in it",
                false);
    }

    /** What a server said in an earlier run. */
    static Verdict lasting(String words, String collationSchema, String collation) {
        return new Verdict(words, collationSchema, collation, null, null, true);
    }

    /** A text that no server could be asked about. */
    static Verdict nobody() {
        return new Verdict(
                null,
                null,
                null,
                INSUFFICIENT_PRIVILEGE,
                "no temporary table can be made in this database: the role may not, or the server is a standby",
                false);
    }

    boolean isRefusal() {
        return state != null;
    }

    /** Whether the reason may lie with the one who judged, not with the text. */
    boolean isIncompetent(boolean mayLackObjects) {
        return INSUFFICIENT_PRIVILEGE.equals(state)
                || (mayLackObjects
                        && switch (state) {
                            case "42883", "42704", "42P01", "3F000", "3F001", "22P02" -> true;
                            default -> false;
                        });
    }
}
