package dev.autogen.differ;

import dev.autogen.schema.operation.Operation;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A thing that gets another name within its name space.
 *
 * @param space the name space, such as the relations of a schema or the columns of a table
 * @param from its name
 * @param to its new name
 * @param operation makes the operation that renames it from one name to another
 */
record Move(List<String> space, String from, String to, BiFunction<String, String, Operation> operation) {

    /** Tables, sequences and indexes of a schema; null for the default one. */
    static List<String> relations(String schema) {
        return List.of("relations", String.valueOf(schema));
    }
}
