package dev.autogen.commands;

import static java.util.Objects.requireNonNull;

import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
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

    /** Whether a target is at every head, and at nothing else. */
    public boolean isAtHeads(RunResult target) {
        return target.current()
                .equals(Set.copyOf(graph.heads().stream().map(RevisionInfo::id).toList()));
    }

    /** How many revisions a target lacks. */
    public long pending(RunResult target) {
        Set<String> applied = Set.copyOf(
                graph.ancestors(target.current()).stream().map(RevisionInfo::id).toList());
        return graph.revisions().stream()
                .filter(revision -> !applied.contains(revision.id()))
                .count();
    }
}
