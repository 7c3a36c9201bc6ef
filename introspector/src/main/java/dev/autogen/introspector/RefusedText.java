package dev.autogen.introspector;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.QualifiedName;

/**
 * A text of the model that PostgreSQL does not take.
 *
 * @param table the table it belongs to
 * @param object the column, constraint or index it belongs to; null for one that has no name
 * @param kind what the text is
 * @param text the text as the model has it
 * @param message why not, in PostgreSQL's words
 */
public record RefusedText(QualifiedName table, String object, TextKind kind, String text, String message) {
    public RefusedText {
        requireNonNull(table, "table is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(text, "text is null");
        requireNonNull(message, "message is null");
    }
}
