package dev.autogen.codegen;

import static java.util.Objects.requireNonNull;

import dev.autogen.schema.operation.Operation;
import java.util.List;

/**
 * An operation and what a reviewer should know about it.
 *
 * @param operation the operation
 * @param remarks what may be wondered about, such as why it is done in this way; each becomes a comment
 * @param hazards what could go wrong, such as {@code data-loss: drops users.legacy_field}; each becomes a comment
 * @param sources what asked for it, such as {@code Product.java:23}
 */
public record NotedOperation(Operation operation, List<String> remarks, List<String> hazards, List<String> sources)
        implements DraftStep {

    public NotedOperation {
        requireNonNull(operation, "operation is null");
        remarks = List.copyOf(remarks);
        hazards = List.copyOf(hazards);
        sources = List.copyOf(sources);
    }

    /** An operation whose way nobody wonders about. */
    public NotedOperation(Operation operation, List<String> hazards, List<String> sources) {
        this(operation, List.of(), hazards, sources);
    }

    /** An operation that nothing is to be said about. */
    public static NotedOperation of(Operation operation) {
        return new NotedOperation(operation, List.of(), List.of());
    }
}
