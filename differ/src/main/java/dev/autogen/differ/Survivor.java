package dev.autogen.differ;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.Table;
import java.util.List;

/**
 * Something that the model does not ask to be changed, over a column that gets another type or collation: an index or a
 * constraint that stays or goes only to come back, or a column that is computed from it. Whether PostgreSQL takes it
 * over the new type, only PostgreSQL knows.
 *
 * @param description what it is and what it is called: {@code index (c) named x of t}
 * @param change the column and what it becomes: {@code t.c, which becomes inet}
 * @param tables tables that can be made one after the other if and only if PostgreSQL takes it: they hold the columns
 *     that it needs, as they will be, and the last one holds it
 */
public record Survivor(String description, String change, List<Table> tables) {

    public Survivor {
        requireNonNull(description, "description is null");
        requireNonNull(change, "change is null");
        tables = List.copyOf(tables);
    }
}
