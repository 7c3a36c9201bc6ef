package dev.autogen.differ;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.operation.Operation;
import java.util.List;

/**
 * One step from the live to the desired catalog.
 *
 * @param operation what is to be done
 * @param reasons what differed, one phrase each, such as {@code type varchar(30) becomes varchar(40)}; empty where the
 *     operation says it all
 */
public record Change(Operation operation, List<String> reasons) {

    public Change {
        requireNonNull(operation, "operation is null");
        reasons = List.copyOf(reasons);
    }
}
