package dev.autogen.differ;

import dev.autogen.schema.operation.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects operations in any order and gives them back in the order of their phases. */
final class Steps {

    /** An operation, and why it is needed. */
    record Step(Operation operation, List<String> reasons) {}

    private final Map<Phase, List<Step>> byPhase = new EnumMap<>(Phase.class);

    void add(Phase phase, Operation operation, String reason) {
        add(phase, operation, reason == null ? List.of() : List.of(reason));
    }

    void add(Phase phase, Operation operation, List<String> reasons) {
        byPhase.computeIfAbsent(phase, key -> new ArrayList<>()).add(new Step(operation, List.copyOf(reasons)));
    }

    List<Step> inOrder() {
        return byPhase.values().stream().flatMap(List::stream).toList();
    }
}
