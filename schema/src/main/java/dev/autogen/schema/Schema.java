package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

/**
 * A schema of the database.
 *
 * @param name its name
 * @param comment the comment; null when there is none
 */
public record Schema(String name, String comment) {

    public Schema {
        requireNonNull(name, "name is null");
        // PostgreSQL keeps no empty comment.
        comment = "".equals(comment) ? null : comment;
    }

    /** A schema without a comment. */
    public static Schema of(String name) {
        return new Schema(name, null);
    }
}
