package dev.autogen.commands;

import dev.autogen.codegen.MigrationDraft;
import dev.autogen.codegen.MigrationNames;
import dev.autogen.commands.history.MigrationFolder;
import dev.autogen.commands.proof.Proof;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import java.util.List;

/** {@code merge}: an empty migration that stands on several heads, once they are known to commute. */
final class Merging {
    private static final String CURE =
            "Correct one of them, as if the other had been there when it was written, or join"
                    + " them as they are with --no-proof where every database gets them in the same order.";

    private final Workspace workspace;
    private final Drafting drafting;

    Merging(Workspace workspace) {
        this.workspace = workspace;
        this.drafting = new Drafting(workspace);
    }

    MergeResult merge(List<String> references, String message) {
        try (ProjectLock lock = ProjectLock.acquire(workspace)) {
            MigrationFolder folder = new Project(workspace).folder();
            RevisionGraph graph = folder.graph();
            List<RevisionInfo> heads = drafting.toMerge(references, graph);
            MigrationDraft draft = drafting.draft(MigrationNames.newRevision(), heads, message);
            Proof proof = new Commuting(workspace)
                    .require(folder, graph, heads.stream().map(RevisionInfo::id).toList(), CURE);
            if (proof.outcome() == Proof.Outcome.NOT_PROVED) {
                draft = draft.withNotes(List.of(proof.message()));
            }
            return new MergeResult(drafting.store(draft), proof);
        }
    }
}
