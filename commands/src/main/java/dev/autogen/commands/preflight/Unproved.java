package dev.autogen.commands.preflight;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * A part of a large table was read, and nothing in it stands in the way.
 *
 * @param kind what was asked for: {@code null}, {@code duplicate}, ...
 * @param object the table by its name when the migration gets there
 * @param columns the columns it is about; empty where that is not known
 * @param sampled what was read
 */
public record Unproved(String kind, QualifiedName object, List<String> columns, Sampled sampled) {

    public Unproved {
        columns = List.copyOf(columns);
    }

    /** It in a line. */
    @Override
    public String toString() {
        return Finding.subject(object, columns) + ": " + sampled + ": no violation seen; not proved";
    }
}
