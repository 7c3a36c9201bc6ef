package dev.autogen.differ.hazard;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;

/**
 * What can go wrong when an operation runs on a database with data.
 *
 * @param kind which hazard it is
 * @param severity how bad it is
 * @param object the table, sequence or type that it is about; null where it is about none
 * @param column the column of that table; null where it is about the whole of it or about several
 * @param message what happens to what, in a few words
 */
public record Hazard(HazardKind kind, Severity severity, QualifiedName object, String column, String message) {

    public Hazard {
        requireNonNull(kind, "kind is null");
        requireNonNull(severity, "severity is null");
        requireNonNull(message, "message is null");
    }

    /** The stable id of its kind: {@code data-loss}. */
    public String id() {
        return kind.id();
    }

    /** {@code data-loss: drops users.legacy_field (about 1.2M rows, 340 MB)}. */
    @Override
    public String toString() {
        return id() + ": " + message;
    }
}
