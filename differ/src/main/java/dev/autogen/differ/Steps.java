package dev.autogen.differ;

import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Collects operations in any order and gives them back in the order of their phases, the renames of each first. What is
 * added to tables and changed in them is brought together table by table.
 */
final class Steps {

    private final Map<Phase, List<Change>> byPhase = new EnumMap<>(Phase.class);
    private final Map<Phase, List<Move>> moves = new EnumMap<>(Phase.class);

    void add(Phase phase, Operation operation, String reason) {
        add(phase, operation, reason == null ? List.of() : List.of(reason));
    }

    void add(Phase phase, Operation operation, List<String> reasons) {
        byPhase.computeIfAbsent(phase, key -> new ArrayList<>()).add(new Change(operation, List.copyOf(reasons)));
    }

    /** Adds a rename, to be put in order with the others of its phase. */
    void rename(Phase phase, Move move) {
        moves.computeIfAbsent(phase, key -> new ArrayList<>()).add(move);
    }

    List<Change> inOrder() {
        // A sequence that belongs to a column may serve the default of another table's column.
        Phase first = byPhase.containsKey(Phase.CREATE_OWNED_SEQUENCE) ? Phase.ALTER_COLUMN : Phase.ADD_COLUMN;
        Predicate<Phase> grouped = phase -> phase.compareTo(first) >= 0 && phase.compareTo(Phase.COMMENT) <= 0;
        List<Change> steps = new ArrayList<>(inPhases(phase -> phase.compareTo(first) < 0));
        steps.addAll(TableGroups.of(inPhases(grouped)));
        steps.addAll(inPhases(phase -> phase.compareTo(Phase.COMMENT) > 0));
        return List.copyOf(steps);
    }

    private List<Change> inPhases(Predicate<Phase> wanted) {
        return Stream.of(Phase.values()).filter(wanted).flatMap(this::of).toList();
    }

    private Stream<Change> of(Phase phase) {
        return Stream.concat(
                Moves.inOrder(moves.getOrDefault(phase, List.of())).stream()
                        .map(operation -> new Change(operation, List.of())),
                byPhase.getOrDefault(phase, List.of()).stream());
    }
}
