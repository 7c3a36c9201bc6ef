package dev.autogen.commands;

import dev.autogen.commands.report.Subject;
import dev.autogen.differ.Change;
import dev.autogen.model.SourcePosition;
import dev.autogen.model.SourcePositions;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.operation.CreateDependent;
import dev.autogen.schema.operation.CreateTable;
import dev.autogen.schema.operation.DropDependent;
import dev.autogen.schema.operation.Operation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The entity and line that asked for each change: {@code Product.java:23}. */
final class EntityLines {
    /** Nothing is known of who asked. */
    static final EntityLines NONE = new EntityLines(SourcePositions.UNKNOWN, List.of());

    private final SourcePositions positions;
    /** The line of a new table stands for all that comes with it. */
    private final Set<QualifiedName> created;

    EntityLines(SourcePositions positions, Collection<Change> changes) {
        this.positions = positions;
        this.created = changes.stream()
                .map(Change::operation)
                .filter(CreateTable.class::isInstance)
                .map(operation -> ((CreateTable) operation).table().name())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What asked for the operation; empty where nothing did, as for a view that only makes way, or where it is said already. */
    List<String> of(Operation operation) {
        if (operation instanceof CreateDependent || operation instanceof DropDependent) {
            return List.of();
        }
        return Subject.of(operation)
                .filter(subject -> operation instanceof CreateTable || !created.contains(subject.table()))
                .flatMap(this::position)
                .map(position -> position.file().getFileName() + ":" + position.line())
                .stream()
                .toList();
    }

    private Optional<SourcePosition> position(Subject subject) {
        return subject.column() == null
                ? positions.ofTable(subject.table())
                : positions.ofColumn(subject.table(), subject.column());
    }
}
