package dev.autogen.model.bridge;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name null when the mapping gives none
 * @param targetSchema null for the default schema
 * @param onDelete the action, such as {@code SET_NULL}; null when the mapping names none
 * @param definition the hand-written text after the name; null when there is none
 */
public record ForeignKeyFacts(
        NameFacts name,
        List<NameFacts> columns,
        NameFacts targetSchema,
        NameFacts targetTable,
        List<NameFacts> targetColumns,
        String onDelete,
        String definition) {

    public ForeignKeyFacts {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }
}
