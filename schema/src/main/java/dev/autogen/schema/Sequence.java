package dev.autogen.schema;

import static java.util.Objects.requireNonNull;

/**
 * A sequence of its own: not the one behind an identity or serial column, which is part of that column.
 *
 * @param name its name
 * @param type {@code bigint}, {@code integer} or {@code smallint}
 * @param options its options
 * @param ownedBy the column with which it is dropped; null when none
 * @param comment the comment; null when there is none
 */
public record Sequence(QualifiedName name, DataType type, SequenceOptions options, ColumnRef ownedBy, String comment) {

    public Sequence {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(options, "options is null");
        // PostgreSQL keeps no empty comment.
        comment = "".equals(comment) ? null : comment;
    }

    /** A bigint sequence that nothing owns. */
    public static Sequence of(QualifiedName name, SequenceOptions options) {
        return new Sequence(name, DataType.of("bigint"), options, null, null);
    }
}
