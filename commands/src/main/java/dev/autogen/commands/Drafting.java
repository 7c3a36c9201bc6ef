package dev.autogen.commands;

import static java.util.Comparator.naturalOrder;

import dev.autogen.codegen.MigrationDraft;
import dev.autogen.codegen.MigrationNames;
import dev.autogen.commands.config.ConfigurationException;
import dev.autogen.commands.config.RuntimeDependency;
import dev.autogen.commands.history.MigrationStore;
import dev.autogen.migration.revision.References;
import dev.autogen.migration.revision.RevisionException;
import dev.autogen.migration.revision.RevisionGraph;
import dev.autogen.migration.revision.RevisionInfo;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Begins a new migration and writes it: {@code revision}, and what {@code -m}, {@code merge} and {@code init} share. */
final class Drafting {
    private static final int LONGEST_MESSAGE = 10_000;
    private static final String FORBIDDEN_IN_ID = "@-+: \t\n\"\\";

    private final Workspace workspace;
    private final Project project;

    Drafting(Workspace workspace) {
        this.workspace = workspace;
        this.project = new Project(workspace);
    }

    WrittenMigration revision(RevisionRequest request) {
        try (ProjectLock lock = ProjectLock.acquire(workspace)) {
            return empty(request, project.folder().graph());
        }
    }

    private WrittenMigration empty(RevisionRequest request, RevisionGraph graph) {
        String id = request.id() == null ? MigrationNames.newRevision() : requireFree(graph, request.id());
        return store(draft(id, parents(graph, request.head()), request.message()));
    }

    /** The heads that a merge joins, at least two. */
    List<RevisionInfo> toMerge(List<String> references, RevisionGraph graph) {
        References known = new References(graph, Set.of());
        Set<String> heads = new TreeSet<>();
        references.forEach(reference -> heads.addAll(known.resolve(reference)));
        if (heads.size() < 2) {
            throw new RevisionException("There is nothing to merge: " + String.join(" ", references) + " stands for "
                    + (heads.isEmpty()
                            ? "no revision"
                            : "the one revision " + heads.iterator().next())
                    + ". `autogen heads` lists the heads.");
        }
        for (String head : heads) {
            if (!graph.children(head).isEmpty()) {
                throw new RevisionException("Revision " + head + " is not a head: "
                        + graph.children(head).get(0).id() + " stands on it. `autogen heads` lists the heads.");
            }
        }
        return heads.stream().map(head -> graph.find(head).orElseThrow()).toList();
    }

    /** An empty migration of this moment. */
    MigrationDraft draft(String id, List<RevisionInfo> parents, String message) {
        if (message.isBlank()) {
            throw new ConfigurationException("The message is empty. Say in a few words what the migration does: -m"
                    + " \"add products table\".");
        }
        if (message.length() > LONGEST_MESSAGE) {
            throw new ConfigurationException(
                    "The message has " + message.length() + " characters. Say in a few words what the migration does.");
        }
        return MigrationDraft.of(
                workspace.settings().migrations().packageName(),
                id,
                parents.stream().map(RevisionInfo::id).toList(),
                momentAfter(parents),
                message);
    }

    /** Now, but after every parent: names of files sort as the history goes, also for two in the same second. */
    private static Instant momentAfter(List<RevisionInfo> parents) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return parents.stream()
                .map(RevisionInfo::created)
                .filter(Objects::nonNull)
                .map(created -> created.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1))
                .filter(after -> after.isAfter(now))
                .max(naturalOrder())
                .orElse(now);
    }

    /** The revisions that a new one stands on: the named one, else the only head, else none. */
    List<RevisionInfo> parents(RevisionGraph graph, String head) {
        if (head != null) {
            RevisionInfo parent = new References(graph, Set.of())
                    .one(head)
                    .orElseThrow(() -> new RevisionException("--head base would begin a second history beside the"
                            + " first. Name the revision that the new one stands on."));
            if (!graph.children(parent.id()).isEmpty()) {
                throw new RevisionException("Revision " + parent.id() + " is not a head: "
                        + graph.children(parent.id()).get(0).id()
                        + " stands on it already. `autogen heads` lists the heads.");
            }
            return List.of(parent);
        }
        if (graph.heads().isEmpty()) {
            return List.of();
        }
        return List.of(new References(graph, Set.of()).one("head").orElseThrow());
    }

    /** Writes the migration; what the project lacks for it is found out before, so that a failure leaves no file. */
    WrittenMigration store(MigrationDraft draft) {
        Optional<String> missing = missingDependency();
        return written(migrationStore().write(draft), missing);
    }

    /** What a command says of a file that was written. */
    WrittenMigration written(MigrationStore.Stored stored, Optional<String> missingDependency) {
        return new WrittenMigration(
                shown(stored.path()), stored.draft().revision().id(), stored.source(), missingDependency);
    }

    MigrationStore migrationStore() {
        return new MigrationStore(workspace.settings().migrations());
    }

    private Path shown(Path path) {
        Path directory = workspace.surroundings().workingDirectory();
        return path.startsWith(directory) ? directory.relativize(path) : path;
    }

    /** What to add to the build file, where the project cannot compile a migration yet. */
    Optional<String> missingDependency() {
        if (!workspace.settings().layout().hasBuildFile() || RuntimeDependency.isOn(project.classPath())) {
            return Optional.empty();
        }
        return Optional.of(RuntimeDependency.snippet(workspace.settings().layout(), Version.current()));
    }

    private static String requireFree(RevisionGraph graph, String id) {
        if (id.isBlank() || id.chars().anyMatch(c -> FORBIDDEN_IN_ID.indexOf(c) >= 0)) {
            throw new ConfigurationException("'" + id + "' cannot be a revision's identifier: it is empty, or holds"
                    + " white space, quotes or one of @ - + : which references to revisions use.");
        }
        Optional<RevisionInfo> taken = graph.find(id);
        if (taken.isPresent()) {
            throw new RevisionException(
                    "There is a revision " + id + " already: " + taken.get().source() + ". Choose another --rev-id.");
        }
        return id;
    }
}
