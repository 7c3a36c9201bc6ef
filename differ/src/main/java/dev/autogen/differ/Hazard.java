package dev.autogen.differ;

import static java.util.Objects.requireNonNull;

/**
 * What can go wrong when an operation runs on a database with data.
 *
 * @param id which hazard it is, in kebab case: {@code data-loss}, {@code may-fail}, {@code table-rewrite}
 * @param severity how bad it is
 * @param message what happens to what, in a few words
 */
public record Hazard(String id, Severity severity, String message) {
    static final String DATA_LOSS = "data-loss";
    static final String MAY_FAIL = "may-fail";
    static final String TABLE_REWRITE = "table-rewrite";

    /** How bad a hazard is. */
    public enum Severity {
        /** Something is lost or broken for good. */
        ERROR,
        /** It may fail, or stop the application for a while. */
        WARNING
    }

    public Hazard {
        requireNonNull(id, "id is null");
        requireNonNull(severity, "severity is null");
        requireNonNull(message, "message is null");
    }

    static Hazard error(String id, String message) {
        return new Hazard(id, Severity.ERROR, message);
    }

    static Hazard warning(String id, String message) {
        return new Hazard(id, Severity.WARNING, message);
    }

    /** {@code data-loss: drops users.legacy_field (about 1.2M rows)}. */
    @Override
    public String toString() {
        return id + ": " + message;
    }
}
