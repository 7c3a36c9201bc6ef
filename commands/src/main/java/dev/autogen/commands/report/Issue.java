package dev.autogen.commands.report;

import static java.util.Objects.requireNonNull;

/**
 * One thing that a report complains about or points out, in a form that all the formats of CI servers share.
 *
 * @param rule the id of what is wrong, such as {@code data-loss}
 * @param level how much it matters
 * @param message what is wrong, in a line
 * @param details more lines of text; empty where there is no more to say
 * @param place where
 * @param accepted why it is no harm, where somebody said so in the source; else null
 */
record Issue(String rule, Level level, String message, String details, Place place, String accepted) {

    /** How much an issue matters. */
    enum Level {
        ERROR,
        WARNING,
        NOTE
    }

    /**
     * Where an issue is.
     *
     * @param file the source file, relative to the project where it lies below it; null when not known
     * @param line the line in that file; null when the issue is about the whole of it
     * @param kind what it is about: {@code table}, {@code column}, {@code revision}; null when it is about nothing alone
     * @param name the name of what it is about: {@code products.sku}; null likewise
     */
    record Place(String file, Integer line, String kind, String name) {
        /** Nowhere in particular. */
        static final Place NONE = new Place(null, null, null, null);

        @Override
        public String toString() {
            return file == null ? "" : line == null ? file : file + ":" + line;
        }
    }

    Issue {
        requireNonNull(rule, "rule is null");
        requireNonNull(level, "level is null");
        requireNonNull(message, "message is null");
        requireNonNull(details, "details is null");
        requireNonNull(place, "place is null");
    }
}
