package dev.autogen.schema.dependent;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is said about a view and its columns.
 *
 * @param comment about the view; null without
 * @param ofColumns about its columns, sorted by name
 */
public record Comments(String comment, Map<String, String> ofColumns) {
    /** Nothing is said. */
    public static final Comments NONE = new Comments(null, Map.of());

    public Comments {
        ofColumns = Collections.unmodifiableMap(new TreeMap<>(ofColumns));
    }
}
