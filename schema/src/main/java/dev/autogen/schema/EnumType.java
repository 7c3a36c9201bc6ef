package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A type made with {@code CREATE TYPE ... AS ENUM}.
 *
 * @param name its name
 * @param labels its values in sort order
 * @param comment the comment; null when there is none
 */
public record EnumType(QualifiedName name, List<String> labels, String comment) {

    public EnumType {
        requireNonNull(name, "name is null");
        labels = List.copyOf(labels);
        // PostgreSQL keeps no empty comment.
        comment = "".equals(comment) ? null : comment;
    }

    /** A type without a comment. */
    public EnumType(QualifiedName name, List<String> labels) {
        this(name, labels, null);
    }

    public EnumType withComment(String newComment) {
        return new EnumType(name, labels, newComment);
    }
}
