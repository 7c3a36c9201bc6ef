package dev.autogen.introspector;

import dev.autogen.schema.DataType;
import dev.autogen.schema.QualifiedName;

/**
 * Where a text stands.
 *
 * @param table the table
 * @param object name of the column, constraint or index; null where it has none
 * @param kind what the text is there
 * @param type the column's type where the text is of a column, else null
 */
record Place(QualifiedName table, String object, TextKind kind, DataType type) {

    /** What on the other side a text here is compared with: the same column's, or any of its kind. */
    Place counterpart() {
        boolean ofColumn = kind == TextKind.DEFAULT || kind == TextKind.GENERATED;
        return new Place(table, ofColumn ? object : null, kind, null);
    }

    RefusedText refused(String text, Verdict verdict) {
        return new RefusedText(table, object, kind, text, verdict.message());
    }
}
