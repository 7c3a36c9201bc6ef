package dev.autogen.introspector;

/**
 * Says that something went or got another name while it was read. Rows of the catalog are those of one moment, but
 * functions such as {@code pg_get_expr} and {@code format_type} look at what is there now.
 */
final class ChangedMeanwhileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChangedMeanwhileException(String what) {
        super(what + " went or changed while it was read");
    }

    /** The text that a function of PostgreSQL gave; it gives none for what is no more. */
    static String present(String text, String what) {
        if (text == null) {
            throw new ChangedMeanwhileException(what);
        }
        return text;
    }
}
