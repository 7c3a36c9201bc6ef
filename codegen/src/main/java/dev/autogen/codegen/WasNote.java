package dev.autogen.codegen;

/** What was before, as a comment beside what comes. */
final class WasNote {
    private static final int LONGEST = 60;

    private WasNote() {}

    /** The note; null where what was before is not known. */
    static String of(Object before) {
        if (before == null) {
            return null;
        }
        String comment = JavaText.comment(before.toString());
        return "was "
                + (comment.length() <= LONGEST
                        ? comment
                        : JavaText.wrapped(comment, LONGEST).get(0) + " ...");
    }

    /** The note of a text, in quotes; null where what was before is not known. */
    static String text(String before) {
        return of(before == null ? null : '"' + before + '"');
    }
}
