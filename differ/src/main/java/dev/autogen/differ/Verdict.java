package dev.autogen.differ;

/** What the comparison of one attribute found. */
sealed interface Verdict {
    Verdict SAME = new Same();

    /** Both sides agree. */
    record Same() implements Verdict {}

    /**
     * They do not.
     *
     * @param reason what differs, a phrase such as {@code type varchar(30) becomes varchar(40)}
     */
    record Different(String reason) implements Verdict {}

    /**
     * The database has something that the model does not speak of.
     *
     * @param what what it has, a phrase such as {@code the default now()}
     */
    record Unsaid(String what) implements Verdict {}
}
