package dev.autogen.differ.recipe;

import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnRef;
import java.util.Map;

/**
 * Columns that are not what they are to be while two versions of an application run.
 *
 * @param filled those that get values before they take no null any more, as they are then
 * @param twins those that are there twice, by either name
 */
record SideBySide(Map<ColumnRef, Column> filled, Map<ColumnRef, Twin> twins) {
    SideBySide {
        filled = Map.copyOf(filled);
        twins = Map.copyOf(twins);
    }
}
