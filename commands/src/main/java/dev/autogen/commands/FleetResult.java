package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.revision.RevisionGraph;
import java.util.List;
import java.util.Set;

/**
 * What came of a command over several databases or schemas.
 *
 * @param targets one a database or schema, in the order in which they were named
 * @param graph all revisions
 */
public record FleetResult(List<TargetResult> targets, RevisionGraph graph) {

    public FleetResult {
        targets = List.copyOf(targets);
        requireNonNull(graph, "graph is null");
    }

    /** The highest exit code of all failures; {@link ExitCode#OK} where there is none. */
    public int exitCode() {
        return targets.stream()
                .flatMap(target -> target.failure().stream())
                .mapToInt(Failure::exitCode)
                .max()
                .orElse(ExitCode.OK);
    }

    /** Whether a target has applied every revision, and none that is unknown. */
    public boolean isAtHeads(RunResult target) {
        return graph.isAtHeads(target.current());
    }

    /** How many revisions a target lacks. */
    public long pending(RunResult target) {
        Set<String> applied = graph.applied(target.current());
        return graph.revisions().stream()
                .filter(revision -> !applied.contains(revision.id()))
                .count();
    }
}
